package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.runtime.TaskDump.Call;
import dev.wakerobin.runtime.TaskDump.Task;
import dev.wakerobin.runtime.TaskDump.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Takes dumps: reads what tasks and threads let be read while they go on.
final class Dumps {
  private final Engine engine;
  private final @Nullable Tracking tracking;
  private final boolean isTracked;
  private final boolean variables;
  private final long now;
  private final List<TaskCell<?>> tasks;
  private final @Nullable Reasons reasons;

  private Dumps(Engine engine, @Nullable Tracking tracking, boolean variables) {
    this.engine = engine;
    this.tracking = tracking;
    this.variables = variables;
    this.isTracked = tracking != null;
    this.now = engine.clock().nanos();
    this.tasks = engine.live().snapshot();
    this.reasons = tracking == null ? null : new Reasons(tracking.contention(), tasks);
  }

  static TaskDump take(Engine engine, @Nullable Tracking tracking, boolean variables) {
    return new Dumps(engine, tracking, variables).take();
  }

  private TaskDump take() {
    long next = engine.timers().nextDeadline();
    return new TaskDump(
        engine.schedulerName(),
        engine.shutdown().hasBegun(),
        Duration.ofNanos(now),
        tasks.stream().map(this::of).toList(),
        engine.seats().stream().map(this::of).sorted(Comparator.comparing(Worker::thread)).toList(),
        engine.blocking().threads().stream()
            .map(thread -> new Call(thread.getName(), PollStack.of(thread).users()))
            .sorted(Comparator.comparing(Call::thread))
            .toList(),
        engine.blocking().waiting(),
        next == Timers.NEVER ? 0 : engine.timers().size(),
        next == Timers.NEVER
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(Math.max(0, next - now))),
        notes());
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(Math.max(0, now - nanos));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (tracking != null) {
      notes.addAll(Rings.among(tracking, tasks));
      notes.addAll(tracking.unpolled().lines());
    } else if (!tasks.isEmpty()) {
      notes.add(
          "what tasks wait for is not known: build the runtime with tracking(true) to be told");
    }
    tasks.stream().flatMap(task -> Spins.note(task).stream()).forEach(notes::add);
    return notes;
  }

  private Task of(TaskCell<?> task) {
    TaskDump.State state = task.state();
    Future<?> future = task.seenFuture();
    Optional<TaskLog> log = Optional.ofNullable(task.log());
    Awaits awaits = tracking == null ? null : tracking.of(task);
    boolean waits = state == TaskDump.State.WAITING;
    return new Task(
        task.id(),
        state,
        task.isAborted(),
        future.getClass().getName(),
        Optional.ofNullable(awaits)
            .filter(_ -> waits || state == TaskDump.State.POLLED)
            .map(its -> since(its.since())),
        log.map(its -> since(its.spawnedAt())),
        log.map(TaskLog::spawner),
        log.map(TaskLog::spawnedWhere),
        log.map(its -> OptionalLong.of(its.polls())).orElse(OptionalLong.empty()),
        log.filter(_ -> isTracked).map(its -> Duration.ofNanos(its.longest())),
        awaits == null || reasons == null || !waits ? List.of() : reasons.waits(awaits),
        reasons == null ? List.of() : reasons.holds(task),
        Suspension.stopsOf(future, variables));
  }

  private Worker of(Seat seat) {
    Thread thread = seat.thread();
    Optional<TaskCell<?>> task =
        Optional.<TaskCell<?>>ofNullable(seat.seenTask()).filter(its -> its.engine() == engine);
    PollStack stack = PollStack.of(thread);
    return new Worker(
        thread.getName(),
        task.map(TaskCell::id),
        thread.getState(),
        task.filter(its -> seat.seenTask() == its).flatMap(_ -> stack.users()));
  }
}
