package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Awaits one future after the other, each made when the last is done: a loop, for tests.
final class Repeat implements Future<Unit> {
  private final int times;
  private final IntFunction<? extends Future<?>> step;
  private int done;
  private @Nullable Future<?> current;

  private Repeat(int times, IntFunction<? extends Future<?>> step) {
    this.times = times;
    this.step = step;
  }

  static Future<Unit> times(int times, IntFunction<? extends Future<?>> step) {
    return new Repeat(times, step);
  }

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    while (done < times) {
      Future<?> mine = current;
      if (mine == null) {
        mine = step.apply(done);
        current = mine;
      }
      if (!mine.poll(context).isReady()) {
        return Poll.pending();
      }
      current = null;
      done++;
    }
    return Poll.ready();
  }

  @Override
  public void cancel() {
    if (current != null) {
      current.cancel();
    }
  }
}
