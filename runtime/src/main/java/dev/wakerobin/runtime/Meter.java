package dev.wakerobin.runtime;

import dev.wakerobin.runtime.RuntimeMetrics.Row;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts what a runtime does, for [RuntimeMetrics].
///
/// Each worker has counters that it alone writes: a plain read and an opaque write, no atomic
/// instruction, and no cache line shared with others. Threads that are no workers share some, and
/// add to them atomically.
final class Meter {
  /// Keeps two workers' counters apart: two cache lines of 8 longs, for processors fetch pairs.
  private static final int PAD = 16;

  private static final int LENGTH = PAD + 9 + PAD;

  /// What is counted, and where in a worker's counters.
  enum Count {
    SPAWNED(PAD + 0),
    HANDED_OVER(PAD + 1),
    RAN(PAD + 2),
    POLLED(PAD + 3),
    READY(PAD + 4),
    FAILED(PAD + 5),
    CANCELLED(PAD + 6),
    PARKED(PAD + 7),
    STOLEN(PAD + 8);

    private final int place;

    Count(int place) {
      this.place = place;
    }
  }

  private final AtomicLongArray[] workers;
  private final AtomicLongArray elsewhere = new AtomicLongArray(LENGTH);

  /// @param parallelism how many workers there are; the counts of one beyond go with elsewhere
  Meter(int parallelism) {
    workers = new AtomicLongArray[parallelism];
    Arrays.setAll(workers, _ -> new AtomicLongArray(LENGTH));
  }

  /// Counts something that happens on the calling thread, which is that worker, or none.
  void count(Count what, int worker, int times) {
    int place = what.place;
    if (worker >= 0 && worker < workers.length) {
      AtomicLongArray mine = workers[worker];
      mine.setOpaque(place, mine.getPlain(place) + times);
    } else {
      elsewhere.getAndAdd(place, times);
    }
  }

  RuntimeMetrics snapshot() {
    return new RuntimeMetrics(Arrays.stream(workers).map(Meter::row).toList(), row(elsewhere));
  }

  private static Row row(AtomicLongArray counters) {
    return new Row(
        read(counters, Count.SPAWNED),
        read(counters, Count.HANDED_OVER),
        read(counters, Count.RAN),
        read(counters, Count.POLLED),
        read(counters, Count.READY),
        read(counters, Count.FAILED),
        read(counters, Count.CANCELLED),
        read(counters, Count.PARKED),
        read(counters, Count.STOLEN));
  }

  private static long read(AtomicLongArray counters, Count what) {
    return counters.getOpaque(what.place);
  }
}
