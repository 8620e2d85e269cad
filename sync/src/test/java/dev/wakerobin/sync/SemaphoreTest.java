package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import org.junit.jupiter.api.Test;

class SemaphoreTest {

  // ---- Fairness

  @Test
  void who_wants_many_is_not_overtaken_by_those_who_want_few() {
    Semaphore semaphore = new Semaphore(2);
    Permit held = semaphore.tryAcquire().orElseThrow();
    Hand<Permit> two = Hand.polled(semaphore.acquire(2));
    Hand<Permit> one = Hand.polled(semaphore.acquire(1));
    assertThat(one.isReady()).as("one permit is free, but set aside").isFalse();
    assertThat(semaphore.tryAcquire()).isEmpty();
    held.close();
    assertThat(two.isRung()).isTrue();
    assertThat(one.isRung()).isFalse();
    two.poll();
    two.value().close();
    assertThat(one.poll()).isTrue();
  }

  @Test
  void when_the_first_in_line_gives_up_those_behind_it_are_served_who_fit() {
    Semaphore semaphore = new Semaphore(2);
    Permit held = semaphore.tryAcquire().orElseThrow();
    Hand<Permit> two = Hand.polled(semaphore.acquire(2));
    Hand<Permit> one = Hand.polled(semaphore.acquire(1));
    two.cancel();
    assertThat(one.isRung()).isTrue();
    assertThat(one.poll()).isTrue();
    held.close();
  }

  @Test
  void the_place_in_line_is_that_of_the_first_poll_not_of_the_call() {
    Semaphore semaphore = new Semaphore(0);
    Hand<Permit> calledFirst = Hand.of(semaphore.acquire());
    Hand<Permit> polledFirst = Hand.polled(semaphore.acquire());
    calledFirst.poll();
    semaphore.addPermits(1);
    assertThat(polledFirst.isRung()).isTrue();
    assertThat(calledFirst.isRung()).isFalse();
  }

  @Test
  void a_poll_with_another_waker_keeps_the_place_in_line() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    Future<Permit> moved = semaphore.acquire();
    int[] rung = new int[2];
    moved.poll(Context.of(() -> rung[0]++));
    Hand<Permit> second = Hand.polled(semaphore.acquire());
    moved.poll(Context.of(() -> rung[1]++));
    semaphore.addPermits(1);
    assertThat(rung).containsExactly(0, 1);
    assertThat(second.isRung()).isFalse();
  }

  // ---- Permits

  @Test
  void a_permit_closed_twice_gives_back_once() {
    Semaphore semaphore = new Semaphore(1);
    Permit permit = semaphore.tryAcquire().orElseThrow();
    permit.close();
    permit.close();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
    assertThat(permit.size()).isZero();
  }

  @Test
  void a_permit_can_be_split_and_its_parts_are_given_back_on_their_own() {
    Semaphore semaphore = new Semaphore(5);
    Permit permit = semaphore.tryAcquire(5).orElseThrow();
    Permit part = permit.split(2);
    assertThat(permit.size()).isEqualTo(3);
    part.close();
    assertThat(semaphore.availablePermits()).isEqualTo(2);
    assertThatThrownBy(() -> permit.split(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot split 4 permits off 3");
    permit.close();
    assertThat(semaphore.availablePermits()).isEqualTo(5);
  }

  @Test
  void a_forgotten_permit_never_comes_back() {
    Semaphore semaphore = new Semaphore(2);
    Permit permit = semaphore.tryAcquire().orElseThrow();
    permit.forget();
    permit.close();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
    semaphore.addPermits(Semaphore.MOST_PERMITS - 1);
    assertThat(semaphore.availablePermits()).isEqualTo(Semaphore.MOST_PERMITS);
  }

  @Test
  void there_are_never_more_permits_than_can_be_counted_held_ones_included() {
    Semaphore semaphore = new Semaphore(Semaphore.MOST_PERMITS);
    Permit all = semaphore.tryAcquire(Semaphore.MOST_PERMITS).orElseThrow();
    assertThatThrownBy(() -> semaphore.addPermits(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cannot add 1 permits to 2305843009213693951: there can be 2305843009213693951 at most");
    assertThat(semaphore.availablePermits()).isZero();
    all.close();
    assertThat(semaphore.availablePermits()).isEqualTo(Semaphore.MOST_PERMITS);
  }

  @Test
  void numbers_below_zero_are_errors() {
    assertThatThrownBy(() -> new Semaphore(-1)).isInstanceOf(IllegalArgumentException.class);
    Semaphore semaphore = new Semaphore(1);
    assertThatThrownBy(() -> semaphore.acquire(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("permits are counted from 0 to 2305843009213693951, and this is -1");
    assertThatThrownBy(() -> semaphore.tryAcquire(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> semaphore.addPermits(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> semaphore.forgetPermits(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> semaphore.tryAcquire().orElseThrow().split(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- Closing

  @Test
  void closing_wakes_everybody_and_they_fail_and_what_was_given_out_stays_good() {
    Semaphore semaphore = new Semaphore(1);
    Permit held = semaphore.tryAcquire().orElseThrow();
    Hand<Permit> first = Hand.polled(semaphore.acquire());
    Hand<Permit> second = Hand.polled(semaphore.acquire());
    held.close();
    semaphore.close();
    semaphore.close();
    assertThat(first.poll()).as("it had been given its permit").isTrue();
    assertThat(second.isRung()).isTrue();
    second.poll();
    assertThat(second.failure())
        .isInstanceOf(ClosedException.class)
        .hasMessage("the semaphore is closed: it gives out no more permits");
    first.value().close();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
    assertThatThrownBy(semaphore::tryAcquire).isInstanceOf(ClosedException.class);
  }

  // ---- The future

  @Test
  void a_future_polled_after_its_end_says_so_and_takes_nothing() {
    Semaphore semaphore = new Semaphore(2);
    Future<Permit> acquire = semaphore.acquire();
    Hand.polled(acquire);
    assertThatThrownBy(() -> acquire.poll(Context.of(() -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make a new one for each wait");
    acquire.cancel(); // Against the rules, and harmless.
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  // ---- withPermit

  @Test
  void work_holds_its_permit_until_it_is_done() {
    Semaphore semaphore = new Semaphore(1);
    Oneshot<String> work = new Oneshot<>();
    Hand<String> hand = Hand.polled(semaphore.withPermit(() -> work));
    assertThat(semaphore.availablePermits()).isZero();
    work.send("done");
    assertThat(hand.poll()).isTrue();
    assertThat(hand.value()).isEqualTo("done");
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Test
  void work_that_fails_gives_its_permits_back() {
    Semaphore semaphore = new Semaphore(3);
    IllegalStateException failure = new IllegalStateException("broken work");
    Hand<String> fails =
        Hand.polled(
            semaphore.withPermits(
                2,
                () ->
                    _ -> {
                      assertThat(semaphore.availablePermits()).isEqualTo(1);
                      throw failure;
                    }));
    assertThat(fails.failure()).isSameAs(failure);
    assertThat(semaphore.availablePermits()).isEqualTo(3);
    Hand<String> neverBegins =
        Hand.polled(
            semaphore.withPermit(
                () -> {
                  throw failure;
                }));
    assertThat(neverBegins.failure()).isSameAs(failure);
    assertThat(semaphore.availablePermits()).isEqualTo(3);
  }

  @Test
  void work_that_is_cancelled_gives_its_permit_back_after_the_work_has_let_go() {
    Semaphore semaphore = new Semaphore(1);
    long[] freeAtCancel = {-1};
    Future<String> work =
        new Future<>() {
          @Override
          public Poll<String> poll(Context context) {
            return Poll.pending();
          }

          @Override
          public void cancel() {
            freeAtCancel[0] = semaphore.availablePermits();
          }
        };
    Hand<String> hand = Hand.polled(semaphore.withPermit(() -> work));
    hand.cancel();
    assertThat(freeAtCancel[0]).isZero();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  @Test
  void work_that_is_cancelled_before_its_turn_is_never_asked_for() {
    Semaphore semaphore = new Semaphore(0);
    Hand<String> hand =
        Hand.polled(
            semaphore.withPermit(
                () -> {
                  throw new AssertionError("asked for");
                }));
    hand.cancel();
    semaphore.addPermits(1);
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }
}
