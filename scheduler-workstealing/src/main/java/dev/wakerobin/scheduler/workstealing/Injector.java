package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all workers share: tasks from foreign threads, and what overflows a ring. A worker comes
/// here once in many tasks, and then moves a batch.
///
/// ```
///   threads 0, 4, 8 …   ──▶  lane 0   a d ─┐
///   threads 1, 5, 9 …   ──▶  lane 1   b    ├──▶ workers: each turn begins with the next lane
///   threads 2, 6, 10 …  ──▶  lane 2        │
///   threads 3, 7, 11 …  ──▶  lane 3   c    ┘
/// ```
///
/// Of several lanes, so that threads that spawn at the same time rarely meet: with one, a spawn by
/// two foreign threads took 290 ns of processor time and not 150. Order is kept among the tasks of
/// one thread. No lane is passed over: whoever looks [#LANES] times in turns has taken the oldest
/// task of each.
final class Injector {
  static final int LANES = 4;

  private final List<Lane> lanes = Stream.generate(Lane::create).limit(LANES).toList();

  void push(ReadyTask task) {
    laneOf(Thread.currentThread()).push(task);
  }

  void pushAll(ReadyTask[] batch) {
    laneOf(Thread.currentThread()).pushAll(batch);
  }

  Lane laneOf(Thread thread) {
    return lane(thread.threadId());
  }

  private Lane lane(long number) {
    return lanes.get((int) (number % LANES));
  }

  /// Takes the oldest task of a lane that has one, if any has.
  ///
  /// @param turn which lane to begin with: one more than the last time
  @Nullable ReadyTask poll(int turn) {
    ReadyTask task = null;
    for (int i = 0; task == null && i < LANES; i++) {
      task = lane(Integer.toUnsignedLong(turn) + i).poll();
    }
    return task;
  }

  /// Answers the oldest task of a lane that has one, if any has, and moves others behind it to the
  /// ring of the calling worker: no more than its share of that lane, than half a ring, and than
  /// fits.
  ///
  /// @param workers among how many the tasks are shared
  /// @param turn which lane to begin with: one more than the last time
  @Nullable ReadyTask takeBatch(TaskRing ring, int workers, int turn) {
    ReadyTask task = null;
    for (int i = 0; task == null && i < LANES; i++) {
      task = lane(Integer.toUnsignedLong(turn) + i).takeBatch(ring, workers);
    }
    return task;
  }

  boolean isEmpty() {
    return lanes.stream().allMatch(Lane::isEmpty);
  }

  void clear() {
    lanes.forEach(Lane::clear);
  }
}
