package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskId;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Event.Cause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What events say about who did it, and where.
class CausesTest {
  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void a_spawn_names_the_task_that_spawned() {
    try (Rig rig = Rig.with(settings -> settings.instrument(events::add))) {
      rig.spawn(
          _ -> {
            Tasks.spawn(Probe.ready("inner"));
            return Poll.ready("outer");
          });
      rig.runAll();
      assertThat(spawners()).containsExactly(Optional.empty(), Optional.of(new TaskId(1, "")));
    }
  }

  @Test
  void a_task_of_another_runtime_is_a_foreign_thread_here_and_no_worker_of_ours() {
    try (Rig ours = Rig.with(settings -> settings.instrument(events::add));
        Rig theirs = Rig.create()) {
      AtomicReference<Waker> bell = new AtomicReference<>();
      ours.spawn(keeping(bell));
      ours.runAll();
      theirs.engine().instruments().workerStarted(5);
      theirs.spawn(
          _ -> {
            bell.get().wake();
            ours.spawn(Probe.ready("from there"));
            return Poll.ready(Unit.UNIT);
          });
      theirs.runAll();
      theirs.engine().instruments().workerStopped(5);
      assertThat(lastWake(1).cause()).isInstanceOf(Cause.ForeignThread.class);
      assertThat(lastWake(1).worker()).isEqualTo(Event.NO_WORKER);
      assertThat(spawners()).containsOnly(Optional.empty());
    }
  }

  @Test
  void a_wake_says_on_which_worker_the_bell_was_rung() {
    try (Rig rig = Rig.with(settings -> settings.instrument(events::add))) {
      rig.engine().instruments().workerStarted(3);
      rig.spawn(
          context -> {
            context.waker().wake();
            return Poll.ready(Unit.UNIT);
          });
      rig.runAll();
      rig.engine().instruments().workerStopped(3);
      Event.Woken wake = lastWake(1);
      assertThat(wake.worker()).isEqualTo(3);
      assertThat(wake.cause()).isEqualTo(new Cause.Task(new TaskId(1, "")));
    }
  }

  @Test
  void a_blocking_call_is_named_as_the_cause() throws InterruptedException {
    try (Rig rig = Rig.with(settings -> settings.instrument(events::add))) {
      AtomicReference<Waker> bell = new AtomicReference<>();
      rig.spawn(keeping(bell));
      rig.runAll();
      CountDownLatch rung = new CountDownLatch(1);
      rig.runtime.spawnBlocking(
          () -> {
            bell.get().wake();
            rung.countDown();
            return "rung";
          });
      rung.await();
      assertThat(lastWake(1).cause()).isInstanceOf(Cause.BlockingCall.class);
    }
  }

  private static Future<Unit> keeping(AtomicReference<Waker> bell) {
    return (Context context) -> {
      bell.set(context.waker());
      return Poll.pending();
    };
  }

  private List<Optional<TaskId>> spawners() {
    return events.stream()
        .filter(Event.Spawned.class::isInstance)
        .map(e -> ((Event.Spawned) e).by())
        .toList();
  }

  private Event.Woken lastWake(long task) {
    return events.stream()
        .filter(Event.Woken.class::isInstance)
        .map(Event.Woken.class::cast)
        .filter(wake -> wake.task().number() == task)
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
