package dev.wakerobin.runtime;

import dev.wakerobin.StandIn;
import dev.wakerobin.spi.Gap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a thread knows about itself: which task it polls just now, and whom it works for. Each
/// thread has one, and nobody else writes to it but who sits here in its place. Who watches over
/// the polls of a runtime reads which task it is, and which of this thread's polls: opaque writes,
/// which cost what plain ones do, let him see them in time.
///
/// It lies apart in memory: two seats side by side made a yield on two workers half as dear again.
sealed class Seat extends Gap {
  private static final ThreadLocal<Seat> SEATS = ThreadLocal.withInitial(Apart::new);
  private static final VarHandle TASK;
  private static final VarHandle POLLS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TASK = lookup.findVarHandle(Seat.class, "task", TaskCell.class);
      POLLS = lookup.findVarHandle(Seat.class, "polls", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread = Thread.currentThread();
  private final Map<TaskLocal<?>, Object> bound = new HashMap<>();
  private @Nullable TaskCell<?> task;
  private long polls; // Begun on this thread, as far as somebody watched or counted.
  private @Nullable Watchdog watchdog; // Whoever watched over the latest of them.
  private @Nullable Engine host;
  private @Nullable Shard shard;
  private int worker = Event.NO_WORKER;
  private @Nullable Instruments worksFor; // Those who know this thread by that number.
  private boolean firingTimers;
  private boolean inBlockingCall;

  private Seat() {}

  static Seat ofThisThread() {
    return SEATS.get();
  }

  /// Lets another thread sit here while this one waits for it.
  StandIn lend() {
    return new StandIn() {
      private @Nullable Seat own;

      @Override
      public void enter() {
        own = SEATS.get();
        SEATS.set(Seat.this);
      }

      @Override
      public void leave() {
        SEATS.set(Objects.requireNonNull(own, "leave without enter"));
      }
    };
  }

  /// What is bound to that task-local here.
  @Nullable Object bound(TaskLocal<?> local) {
    return bound.get(local);
  }

  /// Binds a value, or none.
  void bind(TaskLocal<?> local, @Nullable Object value) {
    if (value == null) {
      bound.remove(local);
    } else {
      bound.put(local, value);
    }
  }

  /// The task that this thread polls, if it does.
  @Nullable TaskCell<?> task() {
    return task;
  }

  /// This thread begins to poll a task. Answers the one it was polling already: there is one only
  /// if a scheduler runs tasks from within `schedule`.
  @Nullable TaskCell<?> enter(TaskCell<?> next) {
    TaskCell<?> outer = task;
    TASK.setOpaque(this, next);
    return outer;
  }

  void leave(@Nullable TaskCell<?> outer) {
    if (outer == null) {
      TASK.setOpaque(this, (TaskCell<?>) null); // Null needs no collector's note.
    } else {
      TASK.setOpaque(this, outer);
    }
  }

  /// One more poll begins on this thread. It is the watchdog's from the first one on.
  void pollStarts(@Nullable Watchdog over) {
    POLLS.setOpaque(this, polls + 1);
    if (over != null && over != watchdog) {
      watchdog = over;
      over.watch(this);
    }
  }

  // ---- What other threads may ask

  Thread thread() {
    return thread;
  }

  /// The task that the thread of this seat polls, if it does.
  @Nullable TaskCell<?> seenTask() {
    return (TaskCell<?>) TASK.getOpaque(this);
  }

  /// Which poll it is: another one has another number.
  long seenPolls() {
    return (long) POLLS.getOpaque(this);
  }

  // ---- Whom it works for

  /// The engine of the runtime that `current()` means here: that of the task, else the one this
  /// thread works for.
  @Nullable Engine engine() {
    return task != null ? task.engine() : host;
  }

  /// Runs something as a thread that works for a runtime, with its own part of the runtime's live
  /// tasks to spawn into.
  <X extends Exception> void serve(Engine engine, Work<X> work) throws X {
    Shard own = engine.live().borrowShard();
    try {
      sit(engine, own, work);
    } finally {
      engine.live().giveBack(own);
    }
  }

  /// Runs something on behalf of a runtime, on a thread that polls none of its tasks.
  <X extends Exception> void assist(Engine engine, Work<X> work) throws X {
    sit(engine, null, work);
  }

  private <X extends Exception> void sit(Engine engine, @Nullable Shard own, Work<X> work)
      throws X {
    Engine outerHost = host;
    Shard outerShard = shard;
    host = engine;
    shard = own;
    try {
      work.run();
    } finally {
      shard = outerShard;
      host = outerHost;
    }
  }

  /// This thread's own part of that runtime's live tasks, if it has one.
  @Nullable Shard shardOf(Engine engine) {
    return host == engine ? shard : null;
  }

  /// Which worker this thread is for the runtime with those instruments; for others it is none,
  /// even if it is a worker of another runtime.
  int workerFor(Instruments instruments) {
    return worksFor == instruments ? worker : Event.NO_WORKER;
  }

  void workAs(int number, Instruments instruments) {
    worker = number;
    worksFor = instruments;
  }

  /// The task of that runtime that this thread polls, if it does.
  Optional<TaskCell<?>> taskOf(Engine engine) {
    return task != null && task.engine() == engine ? Optional.of(task) : Optional.empty();
  }

  /// Who rings the bell of a task of that runtime, if this thread does.
  Event.Cause causeOfWakes(Engine engine) {
    if (firingTimers) {
      return new Event.Cause.Timer();
    }
    if (task != null && task.engine() == engine) {
      return new Event.Cause.Task(task.id());
    }
    String thread = Thread.currentThread().getName();
    return inBlockingCall && host == engine
        ? new Event.Cause.BlockingCall(thread)
        : new Event.Cause.ForeignThread(thread);
  }

  void firingTimers(boolean firing) {
    firingTimers = firing;
  }

  void inBlockingCall(boolean within) {
    inBlockingCall = within;
  }

  /// What a thread does while it sits here.
  interface Work<X extends Exception> {
    void run() throws X;
  }

  /// The seat with a gap behind it, too.
  @SuppressWarnings("unused")
  private static final class Apart extends Seat {
    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
    long behind8;
    long behind9;
    long behind10;
    long behind11;
    long behind12;
    long behind13;
    long behind14;
    long behind15;
  }
}
