package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Awaits one future after the other, each made when the one before it is done.
final class Repeat implements Future<Unit> {
  private final Supplier<? extends Future<?>> step;
  private int left;
  private @Nullable Future<?> current; // The step under way.

  Repeat(int times, Supplier<? extends Future<?>> step) {
    this.left = times;
    this.step = step;
  }

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    while (true) {
      Future<?> step = current == null ? next() : current;
      if (step == null) {
        return Poll.ready();
      }
      if (!step.poll(context).isReady()) {
        current = step;
        return Poll.pending();
      }
      current = null;
    }
  }

  private @Nullable Future<?> next() {
    if (left == 0) {
      return null;
    }
    left--;
    return step.get();
  }

  @Override
  public void cancel() {
    if (current != null) {
      current.cancel();
    }
  }
}
