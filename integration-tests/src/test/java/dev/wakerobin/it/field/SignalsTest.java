package dev.wakerobin.it.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Unit;
import dev.wakerobin.sync.Barrier;
import dev.wakerobin.sync.CancellationToken;
import dev.wakerobin.sync.ClosedException;
import dev.wakerobin.sync.Notify;
import dev.wakerobin.sync.OnceCell;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.sync.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Signals in strange orders: what Tokio's suites ask of `Notify`, `oneshot`, `watch`, `Barrier`
/// and `CancellationToken`.
class SignalsTest {

  // ---- Notify

  @Test
  void a_notification_before_anybody_waits_is_for_the_first_who_does_and_for_him_alone()
      throws Exception {
    Notify notify = new Notify();
    notify.notifyOne();
    notify.notifyOne();
    assertThat(Polled.once(notify.notified()).isReady()).isTrue();
    assertThat(Polled.once(notify.notified()).isReady()).isFalse();
  }

  @Test
  void all_are_called_who_asked_before_though_they_were_not_polled() throws Exception {
    Notify notify = new Notify();
    Notify.Notified before = notify.notified();
    notify.notifyWaiters();
    Notify.Notified after = notify.notified();
    assertThat(Polled.once(before).isReady()).isTrue();
    assertThat(Polled.once(after).isReady()).isFalse();
  }

  @Test
  void one_who_was_called_with_all_does_not_pass_on_what_one_alone_would() throws Exception {
    Notify notify = new Notify();
    Polled<Unit> first = Polled.once(notify.notified());
    notify.notifyWaiters();
    notify.notifyOne(); // Nobody is in line any more: it is remembered.
    first.cancel();
    assertThat(Polled.once(notify.notified()).isReady()).isTrue();
    assertThat(Polled.once(notify.notified()).isReady()).isFalse();
  }

  @Test
  void a_notification_travels_down_a_line_of_those_who_give_up() throws Exception {
    Notify notify = new Notify();
    List<Polled<Unit>> line = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      line.add(Polled.once(notify.notified()));
    }
    notify.notifyOne();
    for (Polled<Unit> each : line.subList(0, 999)) {
      assertThat(each.rings()).isEqualTo(1);
      each.cancel();
    }
    assertThat(line.getLast().value()).isEqualTo(Unit.UNIT);
  }

  // ---- Oneshot

  @Test
  void the_ends_of_a_oneshot_may_go_in_either_order() throws Exception {
    Oneshot<String> senderFirst = new Oneshot<>();
    senderFirst.sender().close();
    senderFirst.cancel();
    assertThat(senderFirst.sender().isUnwanted()).isFalse();
    assertThatThrownBy(() -> senderFirst.sender().send("late"))
        .isInstanceOf(ClosedException.class)
        .hasMessage("this sender is closed: it sends nothing more");

    Oneshot<String> receiverFirst = new Oneshot<>();
    Polled<Unit> unwanted = Polled.once(receiverFirst.unwanted());
    receiverFirst.cancel();
    assertThat(unwanted.rings()).isEqualTo(1);
    assertThat(receiverFirst.sender().send("nobody")).isFalse();
    receiverFirst.sender().close();
    receiverFirst.cancel();
    assertThat(receiverFirst.isUnwanted()).isTrue();
  }

  @Test
  void a_oneshot_sent_into_and_closed_still_has_its_value() throws Exception {
    Oneshot<String> oneshot = new Oneshot<>();
    Polled<String> receiver = Polled.once(oneshot);
    assertThat(oneshot.send("value")).isTrue();
    oneshot.sender().close();
    assertThat(receiver.rings()).isEqualTo(1);
    assertThat(receiver.value()).isEqualTo("value");
    assertThatThrownBy(receiver::poll).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(oneshot::tryReceive).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closing_a_oneshot_twice_wakes_once() throws Exception {
    Oneshot<String> oneshot = new Oneshot<>();
    Polled<String> receiver = Polled.once(oneshot);
    oneshot.close();
    oneshot.close();
    assertThat(receiver.rings()).isEqualTo(1);
    assertThatThrownBy(receiver::poll).isInstanceOf(ClosedException.class);
  }

  // ---- Watch

  @Test
  void a_watch_may_be_set_while_its_value_is_being_updated() {
    Watch<Integer> watch = new Watch<>(1);
    boolean[] set = {false};
    int result =
        watch.update(
            value -> {
              if (!set[0]) {
                set[0] = true;
                watch.set(10);
              }
              return value + 1;
            });
    assertThat(result).isEqualTo(11);
    assertThat(watch.value()).isEqualTo(11);
  }

  @Test
  void a_watch_may_be_set_from_the_predicate_of_one_who_waits() throws Exception {
    Watch<Integer> watch = new Watch<>(0);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    Polled<Optional<Integer>> wait =
        Polled.once(
            receiver.awaitValue(
                value -> {
                  if (value < 5) {
                    watch.set(value + 1);
                  }
                  return value == 5;
                }));
    assertThat(wait.first().isReady()).isTrue();
    assertThat(receiver.hasChanged()).isFalse();
  }

  @Test
  void an_update_that_throws_changes_nothing() {
    Watch<Integer> watch = new Watch<>(1);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    assertThatThrownBy(
            () ->
                watch.update(
                    _ -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(watch.value()).isEqualTo(1);
    assertThat(receiver.hasChanged()).isFalse();
  }

  @Test
  void of_many_changes_one_who_waits_is_rung_once_and_sees_the_last() throws Exception {
    Watch<Integer> watch = new Watch<>(0);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    Polled<Optional<Integer>> wait = Polled.once(receiver.changed());
    for (int i = 1; i <= 100; i++) {
      watch.set(i);
    }
    watch.close();
    assertThat(wait.rings()).isEqualTo(1);
    assertThat(wait.value()).contains(100);
    assertThat(Polled.now(receiver.changed())).isEmpty();
    assertThatThrownBy(() -> watch.set(101)).isInstanceOf(ClosedException.class);
  }

  // ---- Barrier, OnceCell, CancellationToken

  @Test
  void a_barrier_for_one_never_waits_and_each_leads() throws Exception {
    Barrier barrier = new Barrier(1);
    assertThat(Polled.now(barrier.awaitOthers())).isTrue();
    assertThat(Polled.now(barrier.awaitOthers())).isTrue();
  }

  @Test
  void one_who_gives_up_after_the_barrier_opened_does_not_close_it_for_others() throws Exception {
    Barrier barrier = new Barrier(3);
    Polled<Boolean> first = Polled.once(barrier.awaitOthers());
    Polled<Boolean> second = Polled.once(barrier.awaitOthers());
    assertThat(Polled.now(barrier.awaitOthers())).isTrue();
    first.cancel();
    assertThat(second.value()).isFalse();
    assertThat(Polled.once(barrier.awaitOthers()).isReady()).isFalse();
  }

  @Test
  void a_cell_may_not_be_set_while_somebody_makes_its_value() throws Exception {
    OnceCell<String> cell = new OnceCell<>();
    Oneshot<String> making = new Oneshot<>();
    Polled<String> maker = Polled.once(cell.valueOrInit(() -> making));
    assertThat(cell.set("other")).isFalse();
    making.send("made");
    assertThat(maker.value()).isEqualTo("made");
    assertThat(cell.value()).contains("made");
  }

  @Test
  void a_child_of_a_cancelled_token_is_cancelled_and_a_child_alone_is_alone() throws Exception {
    CancellationToken parent = new CancellationToken();
    CancellationToken child = parent.child();
    CancellationToken sibling = parent.child();
    child.cancel();
    assertThat(parent.isCancelled()).isFalse();
    assertThat(sibling.isCancelled()).isFalse();
    Polled<Unit> waits = Polled.once(sibling.cancelled());
    parent.cancel();
    parent.cancel();
    assertThat(waits.rings()).isEqualTo(1);
    assertThat(parent.child().isCancelled()).isTrue();
    assertThat(Polled.now(parent.child().cancelled())).isEqualTo(Unit.UNIT);
  }

  @Test
  void work_that_is_ready_beats_a_token_that_is_cancelled_within_the_same_poll() throws Exception {
    CancellationToken token = new CancellationToken();
    Optional<String> value =
        Polled.now(
            token.runUntilCancelled(
                _ -> {
                  token.cancel();
                  return dev.wakerobin.Poll.ready("done");
                }));
    assertThat(value).contains("done");
  }
}
