package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FuturesTest {
  private final StageContext context = new StageContext();

  private <T> T valueOf(Future<T> future) throws Exception {
    return switch (future.poll(context.next())) {
      case Poll.Ready<T>(T value) -> value;
      case Poll.Pending<T> _ -> throw new AssertionError("pending");
    };
  }

  @Test
  void ready_failed_and_never_are_what_they_say() throws Exception {
    assertThat(valueOf(Futures.ready(1))).isEqualTo(1);
    assertThatThrownBy(() -> valueOf(Futures.failed(new IOException("no"))))
        .isInstanceOf(IOException.class)
        .hasMessage("no");
    assertThat(Futures.never().poll(context.next()).isReady()).isFalse();
  }

  @Test
  void a_future_that_has_ended_complains_when_it_is_polled_again() throws Exception {
    Future<Integer> future = Futures.map(Futures.ready(1), i -> i);
    assertThat(valueOf(future)).isEqualTo(1);
    assertThatThrownBy(() -> valueOf(future))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a future was polled after its end");
    Future<Integer> cancelled = Futures.map(Futures.ready(1), i -> i);
    cancelled.cancel();
    assertThatThrownBy(() -> valueOf(cancelled)).hasMessageContaining("was cancelled");
  }

  @Test
  void a_child_that_answers_null_is_named() {
    assertThatThrownBy(() -> valueOf(Futures.map(new AnswersNull(), i -> i)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("AnswersNull answered null");
  }

  @SuppressWarnings("NullAway") // That is what it is about.
  private static final class AnswersNull implements Future<Integer> {
    @Override
    public Poll<Integer> poll(Context context) {
      return null;
    }
  }

  @Test
  void an_unpolled_whole_that_is_cancelled_cancels_its_children_and_no_lazy_one_is_made() {
    Actor actor = new Actor(0, waiting());
    Futures.joinAll(List.of(actor)).cancel();
    assertThat(actor.cancels).isOne();
    Futures.lazy(
            () -> {
              throw new AssertionError("made");
            })
        .cancel();
  }

  @Test
  void cancelling_twice_cancels_the_children_once() {
    Actor actor = new Actor(0, waiting());
    Future<Integer> future = Futures.race(actor, Futures.never());
    future.cancel();
    future.cancel();
    assertThat(actor.cancels).isOne();
  }

  @Test
  void one_who_throws_from_cancel_neither_keeps_others_from_it_nor_takes_the_winners_value()
      throws Exception {
    Actor rude = new Actor(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, true));
    Actor polite = new Actor(1, waiting());
    assertThat(valueOf(Futures.raceBiased(rude, polite, Futures.ready(2)))).isEqualTo(2);
    assertThat(rude.cancels + polite.cancels).isEqualTo(2);
    assertThat(context.reports)
        .singleElement()
        .hasToString("java.lang.IllegalArgumentException: the cancel of 0");
  }

  @Test
  void a_failure_carries_what_the_others_threw_from_cancel() {
    Actor rude = new Actor(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, true));
    assertThatThrownBy(() -> valueOf(Futures.tryJoin(rude, Futures.failed(new IOException("no")))))
        .isInstanceOf(IOException.class)
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void joins_and_selects_keep_the_types_of_their_children() throws Exception {
    Pair<Integer, String> pair = valueOf(Futures.join(Futures.ready(1), Futures.ready("a")));
    assertThat(pair).isEqualTo(new Pair<>(1, "a"));
    Triple<Integer, String, Boolean> triple =
        valueOf(Futures.tryJoin(Futures.ready(1), Futures.ready("a"), Futures.ready(true)));
    assertThat(triple).isEqualTo(new Triple<>(1, "a", true));
    Either<Integer, String> either =
        valueOf(Futures.select(Futures.<Integer>never(), Futures.ready("a")));
    assertThat(either).isEqualTo(new Either.Right<>("a"));
    Either<Integer, String> left =
        valueOf(Futures.selectBiased(Futures.ready(1), Futures.ready("a")));
    assertThat(left).isEqualTo(new Either.Left<>(1));
  }

  @Test
  void joining_nobody_is_ready_and_racing_nobody_is_refused() throws Exception {
    assertThat(valueOf(Futures.joinAll(List.<Future<Integer>>of()))).isEmpty();
    assertThat(valueOf(Futures.tryJoinAll(List.<Future<Integer>>of()))).isEmpty();
    assertThatThrownBy(() -> Futures.select(List.<Future<Integer>>of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one future");
  }

  @Test
  void a_value_that_is_there_wins_over_a_clock_that_is_due() throws Exception {
    Actor clock = new Actor(0, waiting());
    assertThat(valueOf(Futures.timeout(Futures.ready(1), Futures.ready("due")))).isEqualTo(1);
    assertThat(valueOf(Futures.timeout(Futures.ready(1), clock))).isEqualTo(1);
    assertThat(clock.cancels).isOne();
    Actor late = new Actor(1, waiting());
    assertThatThrownBy(() -> valueOf(Futures.timeout(late, Futures.ready("due"))))
        .isInstanceOf(TimeoutException.class);
    assertThat(late.cancels).isOne();
  }

  @Test
  void the_function_of_a_map_may_fail_and_that_is_the_maps_failure() {
    assertThatThrownBy(
            () ->
                valueOf(
                    Futures.map(
                        Futures.ready(1),
                        _ -> {
                          throw new IOException("in the function");
                        })))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_biased_race_asks_the_first_that_rang_in_the_order_of_the_list() throws Exception {
    Actor[] actors = new Actor[3];
    for (int i = 0; i < 3; i++) {
      actors[i] = new Actor(i, new Part(1, false, Part.Rings.LATER, Part.End.WELL, false));
    }
    Future<Integer> race = Futures.raceBiased(actors);
    assertThat(race.poll(Context.of(Waker.noop())).isReady()).isFalse();
    actors[2].ring(Part.Rings.LATER);
    actors[1].ring(Part.Rings.LATER);
    assertThat(valueOf(race)).isEqualTo(1);
  }

  private static Part waiting() {
    return new Part(1, false, Part.Rings.LATER, Part.End.WELL, false);
  }
}
