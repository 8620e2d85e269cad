package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.sync.Oneshot;
import java.util.concurrent.atomic.AtomicInteger;

/// How many have still to arrive, and what is done when none has: how a workload knows its end.
final class Countdown {
  private final AtomicInteger left;
  private final Oneshot<Unit> reached = new Oneshot<>();

  Countdown(int count) {
    left = new AtomicInteger(count);
  }

  void arrive() {
    if (left.decrementAndGet() == 0) {
      reached.send(Unit.UNIT);
    }
  }

  /// Ready when all have arrived. To be awaited once.
  Future<Unit> reached() {
    return reached;
  }
}
