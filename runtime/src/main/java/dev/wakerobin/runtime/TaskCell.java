package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.TaskId;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.spi.ReadyTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task. One object plays all its parts, so that a spawn makes one object: what the scheduler
/// runs, the waker, the context of its polls, and the handle that others await.
///
/// Who touches what: `future`, `budget`, `again` and `outcome` belong to the thread between
/// `startPolling` and `pause` or `finish` (see [TaskState]). The outcome may be read by all once
/// `isDone()`.
///
/// It takes 64 bytes, a line of the cache. Narrower fields would make it 56, and a spawn slower by
/// a twentieth.
final class TaskCell<T> extends Listed implements ReadyTask, Waker, TaskContext, JoinHandle<T> {
  /// How many operations one poll may do. Tokio's number.
  static final int BUDGET = 128;

  private final Engine engine;
  private final long number;
  private final String name;

  private Future<T> future;
  private int budget;
  private boolean again; // Whether this poll wants another one after it, whoever rings.
  private @Nullable Object outcome; // Of an ended task: Ready, TaskFailure, or null: cancelled.
  private volatile boolean aborted;

  TaskCell(Engine engine, long number, String name, Future<T> future) {
    this.engine = engine;
    this.number = number;
    this.name = name;
    this.future = future;
  }

  // ---- ReadyTask: what the scheduler sees

  @Override
  public TaskId id() {
    return new TaskId(number, name);
  }

  @Override
  public void run() {
    if (!startPolling()) {
      engine.refusedRun(this);
      return;
    }
    Seat seat = Seat.ofThisThread();
    engine.instruments().ran(seat);
    TaskCell<?> outer = seat.enter(this);
    try {
      if (outer != null) {
        engine.report(BrokenRules.ranInline(this, outer));
      }
      if (aborted) {
        endCancelled(seat);
      } else {
        pollOnce(seat);
      }
    } finally {
      seat.leave(outer);
    }
  }

  private void pollOnce(Seat seat) {
    engine.instruments().pollStarted(this, seat);
    budget = BUDGET;
    again = false;
    Poll<T> answer;
    try {
      answer = future.poll(engine.contextOf(this, future));
      if (answer == null) {
        throw BrokenRules.answeredNull(this, future);
      }
    } catch (Throwable thrown) {
      engine.instruments().pollEnded(this, seat, PollResult.THREW);
      endFailed(thrown);
      return;
    }
    switch (answer) {
      case Poll.Pending<T> _ -> {
        engine.instruments().pollEnded(this, seat, PollResult.PENDING);
        if (pause(again)) {
          engine.handOver(this);
        }
      }
      case Poll.Ready<T> ready -> {
        engine.instruments().pollEnded(this, seat, PollResult.READY);
        outcome = ready;
        end();
      }
    }
  }

  // ---- The end

  private void endFailed(Throwable thrown) {
    TaskFailure failure = new TaskFailure(id(), thrown);
    outcome = failure;
    boolean awaited = isAwaited();
    end();
    engine.taskFailed(this, failure, awaited);
  }

  /// Lets the future go instead of polling it.
  private void endCancelled(Seat seat) {
    cancelFuture();
    engine.instruments().cancelled(this, seat);
    end();
  }

  private void cancelFuture() {
    try {
      future.cancel();
    } catch (Throwable thrown) {
      engine.report(BrokenRules.threwFromCancel(this, thrown));
    }
  }

  private void end() {
    future = EndedFuture.instance();
    finish();
    engine.ended(this);
    leaveLiveTasks();
    wakeJoiners(engine.reporter());
  }

  /// Cancels this task on the calling thread, when there is no scheduler any more to run it; unless
  /// another thread is at it.
  void cancelWithoutScheduler() {
    endWithoutScheduler(this::endCancelled);
  }

  /// Ends a task that its scheduler refused to take.
  void endUnscheduled(Throwable refusal) {
    endWithoutScheduler(
        seat -> {
          cancelFuture();
          engine.instruments().failedUnpolled(seat);
          endFailed(refusal);
        });
  }

  private void endWithoutScheduler(Consumer<Seat> end) {
    if (!claim()) {
      return;
    }
    Seat seat = Seat.ofThisThread();
    TaskCell<?> outer = seat.enter(this);
    try {
      end.accept(seat);
    } finally {
      seat.leave(outer);
    }
  }

  // ---- Waker and Context: what its future sees

  @Override
  public void wake() {
    switch (ring()) {
      case HAND_OVER -> {
        engine.instruments().woken(this);
        engine.handOver(this);
      }
      case NOTED -> engine.instruments().woken(this);
      case NOTHING -> {}
    }
  }

  @Override
  public Waker waker() {
    return this;
  }

  @Override
  public boolean tryProceed() {
    if (budget > 0) {
      budget--;
      return true;
    }
    pollAgain();
    return false;
  }

  /// Does without a wake if nobody is to be told of it: two atomic instructions fewer, which is a
  /// fifth of the time that a yield takes.
  @Override
  public void pollAgain() {
    if (engine.instruments().areQuiet()) {
      again = true;
    } else {
      wake();
    }
  }

  // ---- JoinHandle: what others see

  @Override
  public Poll<T> poll(Context context) {
    if (!isDone()) {
      if (Seat.ofThisThread().task() == this) {
        throw BrokenRules.joinsItself(this);
      }
      addJoiner(engine.joinerOf(this, context.waker()));
      if (!isDone()) { // Pairs with finish: either we see the end, or the end sees our waker.
        return Poll.pending();
      }
    }
    // No budget is asked for: a future that goes through all its handles from the first one on in
    // each poll would never come to the end of more than a budget's worth.
    return result();
  }

  /// How it ended, for those who have seen that it has.
  ///
  /// @throws TaskFailedException if the future threw
  /// @throws TaskCancelledException if it was cancelled
  @SuppressWarnings("unchecked") // What is ready is what its future answered.
  Poll<T> result() {
    if (outcome instanceof Poll.Ready<?> ready) {
      return (Poll<T>) ready;
    }
    if (outcome instanceof TaskFailure failure) {
      failure.joined();
      throw new TaskFailedException(id(), failure.cause());
    }
    throw new TaskCancelledException(id());
  }

  @Override
  public void abort() {
    if (isDone()) {
      return;
    }
    aborted = true;
    switch (ring()) {
      case HAND_OVER -> {
        engine.instruments().wokenByAbort(this);
        engine.handOver(this);
      }
      case NOTED -> engine.instruments().wokenByAbort(this);
      case NOTHING -> {}
    }
  }

  @Override
  public boolean isFinished() {
    return isDone();
  }

  @Override
  public void cancel() {
    // Whose waker to forget is not known here, so forget all and ring them: who still waits comes
    // again.
    wakeJoiners(engine.reporter());
  }

  // ---- For the runtime

  @Override
  public Engine engine() {
    return engine;
  }

  long number() {
    return number;
  }

  String name() {
    return name;
  }

  boolean isAborted() {
    return aborted;
  }

  /// Its future, for a dump. Asked by any thread, and then of a moment ago.
  Future<?> seenFuture() {
    return future;
  }

  @Override
  public String toString() {
    return id() + " (" + describeState() + ")";
  }
}
