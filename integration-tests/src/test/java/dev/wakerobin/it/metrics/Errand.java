package dev.wakerobin.it.metrics;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.concurrent.atomic.AtomicReference;

/// A task of a random run: yields some times, then ends, fails or waits; and somebody may abort it
/// meanwhile. It counts its own polls, for the metrics to be compared with.
final class Errand implements Future<String> {

  /// What it comes to if nobody interferes.
  enum End {
    READY,
    FAILED,
    WAITS
  }

  /// Who aborts it.
  enum Abort {
    BY_NOBODY,
    BY_ITS_SPAWNER,
    BY_ITSELF,
    BY_ANOTHER_TASK,
    BY_A_FOREIGN_THREAD
  }

  /// What is to be done.
  ///
  /// @param yields how often it answers pending, having rung its own bell
  record Plan(End end, Abort abort, int yields) {}

  private final Plan plan;
  private final AtomicReference<JoinHandle<String>> self = new AtomicReference<>();
  private volatile int polls; // Written by the thread that polls, read when it rests.
  private volatile boolean waits;
  private Waker waker = Waker.noop();

  Errand(Plan plan) {
    this.plan = plan;
  }

  Plan plan() {
    return plan;
  }

  void isTask(JoinHandle<String> handle) {
    self.set(handle);
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread polls at a time.
  public Poll<String> poll(Context context) {
    polls++;
    JoinHandle<String> handle = self.get();
    if (plan.abort() == Abort.BY_ITSELF && handle != null) {
      handle.abort();
    }
    waker = context.waker();
    if (polls <= plan.yields()) {
      waker.wake();
      return Poll.pending();
    }
    return switch (plan.end()) {
      case READY -> Poll.ready("done");
      case FAILED -> throw new IllegalStateException("it fails");
      case WAITS -> {
        waits = true;
        yield Poll.pending();
      }
    };
  }

  int polls() {
    return polls;
  }

  /// Whether it will never ring again by itself.
  boolean waits() {
    return waits;
  }

  @Override
  public String toString() {
    return plan + " after " + polls + " polls";
  }
}
