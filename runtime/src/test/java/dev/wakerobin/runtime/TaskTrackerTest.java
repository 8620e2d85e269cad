package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskTrackerTest {
  private final Rig rig = Rig.create();
  private final TaskTracker tracker = new TaskTracker();

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void the_wait_ends_once_it_is_closed_and_nothing_is_tracked_whichever_comes_last() {
    Gate gate = new Gate();
    tracker.spawnOn(rig.runtime, gate.thenReady("served"));
    JoinHandle<Unit> end = rig.spawn(tracker.awaitEnd());
    rig.runAll();
    assertThat(tracker.close()).isTrue();
    rig.runAll();
    assertThat(end.isFinished()).isFalse();
    gate.open();
    rig.runAll();
    assertThat(end.isFinished()).isTrue();

    assertThat(tracker.reopen()).isTrue();
    JoinHandle<Unit> second = rig.spawn(tracker.awaitEnd());
    rig.runAll();
    assertThat(second.isFinished()).as("nothing is tracked, but it is open").isFalse();
    tracker.close();
    rig.runAll();
    assertThat(second.isFinished()).isTrue();
  }

  @Test
  void a_future_counts_until_it_is_ready_fails_or_is_cancelled() throws Exception {
    JoinHandle<String> ready = rig.spawn(tracker.track(_ -> Poll.ready("value")));
    JoinHandle<String> failing =
        rig.spawn(tracker.track(_ -> Thrown.sneak(new IllegalStateException("no luck"))));
    JoinHandle<String> neverPolled = rig.spawn(tracker.track(_ -> Poll.pending()));
    JoinHandle<String> waiting = rig.spawn(tracker.track(_ -> Poll.pending()));
    assertThat(tracker.size()).isEqualTo(4);
    neverPolled.abort();
    rig.runAll();
    assertThat(tracker.size()).isEqualTo(1);
    waiting.abort();
    rig.runAll();
    assertThat(tracker.isEmpty()).isTrue();
    assertThat(ready.isFinished() && failing.isFinished()).isTrue();
    failing.cancel();
    assertThat(rig.spawn(joinQuietly(failing))).isNotNull();
    rig.runAll();
  }

  @Test
  void an_end_that_came_and_went_while_one_waited_is_not_missed() {
    JoinHandle<Unit> end = rig.spawn(tracker.awaitEnd());
    rig.runAll();
    tracker.close();
    tracker.reopen();
    Future<String> held = tracker.track(_ -> Poll.pending());
    rig.runAll();
    assertThat(end.isFinished()).isTrue();
    held.cancel();
  }

  @Test
  void closing_twice_and_reopening_twice_say_so() {
    assertThat(tracker.reopen()).isFalse();
    assertThat(tracker.close()).isTrue();
    assertThat(tracker.close()).isFalse();
    assertThat(tracker.isClosed()).isTrue();
    assertThat(tracker).hasToString("TaskTracker(0 tracked, closed)");
    assertThat(tracker.reopen()).isTrue();
  }

  @Test
  void a_closed_one_still_tracks() {
    tracker.close();
    Future<String> held = tracker.track(_ -> Poll.pending());
    JoinHandle<Unit> end = rig.spawn(tracker.awaitEnd());
    rig.runAll();
    assertThat(end.isFinished()).isFalse();
    held.cancel();
    rig.runAll();
    assertThat(end.isFinished()).isTrue();
  }

  /// So that its failure counts as known.
  private static Future<Unit> joinQuietly(JoinHandle<?> handle) {
    return context -> {
      try {
        return handle.poll(context).isReady() ? Poll.ready() : Poll.pending();
      } catch (RuntimeException _) {
        return Poll.ready();
      }
    };
  }
}
