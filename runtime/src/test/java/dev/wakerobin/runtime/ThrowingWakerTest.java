package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Anybody may write a waker, and one that throws breaks its promise. That must cost nobody else
/// anything: neither the thread that rings it, nor those who are to be rung after it.
class ThrowingWakerTest {
  private final Rig rig = Rig.create();

  private static final Waker BAD =
      () -> {
        throw new IllegalStateException("thrown by a waker, on purpose");
      };

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void among_joiners_it_is_reported_and_the_others_are_woken() throws Exception {
    JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
    handle.poll(Context.of(BAD));
    Probe<String> joiner = Probe.of(handle);
    JoinHandle<String> joined = rig.spawn(joiner);
    rig.scheduler.take().run();
    assertThat(joined.isFinished()).as("the joiner may or may not have been polled yet").isFalse();
    rig.runAll();
    assertThat(joined.isFinished()).isTrue();
    assertThatItWasReportedOnce();
  }

  @Test
  void among_timers_it_is_reported_and_the_others_that_are_due_fire() {
    JoinHandle<Unit> bad = rig.spawn(with(BAD, Tasks.sleep(Duration.ofSeconds(1))));
    JoinHandle<Unit> good = rig.spawn(Tasks.sleep(Duration.ofSeconds(2)));
    rig.runAll();
    rig.clock.advance(Duration.ofSeconds(2));
    rig.runAll();
    assertThat(good.isFinished()).isTrue();
    assertThat(bad.isFinished()).as("its task was not rung").isFalse();
    assertThatItWasReportedOnce();
  }

  @Test
  void in_a_loop_that_watches_timers_it_does_not_end_the_loop() throws Exception {
    Probe<String> root =
        Probe.of(
            new Future<>() {
              private final Future<Unit> bad = Tasks.sleep(Duration.ofMillis(1));
              private final Future<Unit> good = Tasks.sleep(Duration.ofMillis(2));

              @Override
              public Poll<String> poll(Context context) throws Exception {
                bad.poll(context.withWaker(BAD));
                return good.poll(context).isReady() ? Poll.ready("awake") : Poll.pending();
              }
            });
    Thread mover = Thread.ofPlatform().daemon().start(() -> moveOn(root));
    assertThat(rig.runtime.blockOn(root)).isEqualTo("awake");
    Patience.awaitEnd(mover);
    assertThatItWasReportedOnce();
  }

  private void moveOn(Probe<?> root) {
    Patience.await(
        "the root to sleep", () -> root.polls() > 0 && rig.engine().timers().size() == 2);
    rig.clock.advance(Duration.ofMillis(2));
  }

  @Test
  void when_the_runtime_closes_it_is_reported_and_the_others_are_cancelled() throws Exception {
    JoinHandle<String> first = rig.spawn(Probe.waiting());
    first.poll(Context.of(BAD));
    Probe<String> second = Probe.waiting();
    JoinHandle<String> secondHandle = rig.spawn(second);
    rig.runtime.close();
    assertThat(first.isFinished()).isTrue();
    assertThat(secondHandle.isFinished()).isTrue();
    assertThat(second.cancels()).isEqualTo(1);
    assertThatItWasReportedOnce();
  }

  @Test
  void who_stops_waiting_is_not_told_about_it_and_the_others_are_woken() throws Exception {
    JoinHandle<String> handle = rig.spawn(Probe.waiting());
    int[] rings = new int[1];
    handle.poll(Context.of(BAD));
    handle.poll(Context.of(() -> rings[0]++));
    handle.cancel();
    assertThat(rings[0]).isEqualTo(1);
    assertThatItWasReportedOnce();
  }

  private void assertThatItWasReportedOnce() {
    assertThat(rig.reports).hasSize(1);
    assertThat(rig.reports.getFirst()).hasStackTraceContaining("thrown by a waker, on purpose");
  }

  private static <T> Future<T> with(Waker waker, Future<T> future) {
    return context -> future.poll(context.withWaker(waker));
  }
}
