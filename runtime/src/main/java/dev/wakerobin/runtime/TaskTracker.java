package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.Objects;

/// Counts futures that have not ended, so that somebody can wait until none is left: for a server
/// that stops taking connections and lets those that are open come to their end.
///
/// ```java
/// tracker.spawn(serve(connection));   // many times
/// tracker.close();                    // no more are expected
/// Future<Unit> allServed = tracker.awaitEnd();
/// ```
///
/// Unlike a [JoinSet] it keeps no results and nothing for a future that has ended, and unlike a
/// [TaskScope] it ends nobody. All methods may be called from any thread. The shape is that of
/// `TaskTracker` in tokio-util.
public final class TaskTracker {
  private long tracked; // This and the rest are guarded by this.
  private boolean closed;
  private long ends; // How often it came to be closed with nothing tracked.
  private final WakerList waiting = new WakerList();

  /// Counts nothing yet, and is open.
  public TaskTracker() {}

  /// That future, counted from now on until it is ready, fails, or is cancelled. So it is to be
  /// polled or cancelled: one that is dropped is waited for in vain.
  ///
  /// Closing does not keep futures from being tracked: it says that the waiting may end.
  public <T> Future<T> track(Future<T> future) {
    Objects.requireNonNull(future, "future");
    synchronized (this) {
      tracked++;
    }
    return new Tracked<>(future);
  }

  /// Tracks the future and spawns it beside the current task.
  ///
  /// @throws IllegalStateException outside of a task or a blocking call
  public <T> JoinHandle<T> spawn(Future<T> future) {
    return spawnOn(AsyncRuntime.current(), future);
  }

  /// Tracks the future and spawns it on that runtime.
  public <T> JoinHandle<T> spawnOn(AsyncRuntime runtime, Future<T> future) {
    Objects.requireNonNull(runtime, "runtime"); // First: what is tracked has to come to an end.
    return runtime.spawn(track(future));
  }

  /// Ready once this tracker is closed and nothing is tracked; also if that was so at some time
  /// since this future was made, and is not any more.
  public Future<Unit> awaitEnd() {
    long endsBefore;
    synchronized (this) {
      endsBefore = ends;
    }
    return context -> pollEnd(context, endsBefore);
  }

  private synchronized Poll<Unit> pollEnd(Context context, long endsBefore) {
    if ((closed && tracked == 0) || ends != endsBefore) {
      return Poll.ready();
    }
    waiting.add(context.waker());
    return Poll.pending();
  }

  /// Lets the waiting end once nothing is tracked. True if it was open.
  public boolean close() {
    boolean ended;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      ended = noteEnd();
    }
    ringIf(ended);
    return true;
  }

  /// Lets the waiting go on, also when nothing is tracked. True if it was closed.
  public synchronized boolean reopen() {
    boolean was = closed;
    closed = false;
    return was;
  }

  /// Whether it is closed.
  public synchronized boolean isClosed() {
    return closed;
  }

  /// How many futures are tracked that have not ended.
  public synchronized long size() {
    return tracked;
  }

  /// Whether nothing is tracked.
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public synchronized String toString() {
    return "TaskTracker(" + tracked + " tracked, " + (closed ? "closed)" : "open)");
  }

  private void untrack() {
    boolean ended;
    synchronized (this) {
      tracked--;
      ended = noteEnd();
    }
    ringIf(ended);
  }

  /// Under the lock. True if this is a moment for which somebody may wait.
  private boolean noteEnd() {
    if (!closed || tracked > 0) {
      return false;
    }
    ends++;
    return true;
  }

  private void ringIf(boolean ended) {
    if (ended) {
      waiting.wakeAll(Reporter::toUncaughtHandler);
    }
  }

  private final class Tracked<T> implements Future<T> {
    private final Future<T> future;

    Tracked(Future<T> future) {
      this.future = future;
    }

    @Override
    public Poll<T> poll(Context context) throws Exception {
      boolean goesOn = false;
      try {
        Poll<T> answer = future.poll(context);
        goesOn = answer instanceof Poll.Pending;
        return answer;
      } finally {
        if (!goesOn) {
          untrack();
        }
      }
    }

    @Override
    public void cancel() {
      try {
        future.cancel();
      } finally {
        untrack();
      }
    }
  }
}
