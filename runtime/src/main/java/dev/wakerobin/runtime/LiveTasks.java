package dev.wakerobin.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// All tasks that have not ended, so that closing can end them and none is forgotten.
///
/// A thread that works for the runtime has a [Shard] of its own and adds to it without a lock. All
/// other threads share a few, each under its lock, so that those who spawn at the same time rarely
/// meet.
final class LiveTasks {
  private static final int SHARED = 4;

  private final List<Shard> shards = new ArrayList<>(); // Guarded by this.
  private final Deque<Shard> unused = new ArrayDeque<>(); // Guarded by this; part of shards.
  private final List<Seat> seats = new ArrayList<>(); // Guarded by this.
  private final List<Shard> shared = // Adding to one is guarded by it.
      Stream.generate(Shard::new).limit(SHARED).toList();

  LiveTasks() {
    shards.addAll(shared);
  }

  /// A shard for the calling thread alone, until it is given back.
  synchronized Shard borrowShard() {
    Shard shard = unused.pollFirst();
    if (shard == null) {
      shard = new Shard();
      shards.add(shard);
    }
    seats.add(Seat.ofThisThread());
    return shard;
  }

  /// The calling thread adds no more. The tasks in there live on.
  synchronized void giveBack(Shard shard) {
    unused.addFirst(shard);
    seats.remove(Seat.ofThisThread());
  }

  /// Those of the threads that have a shard of their own: each as often as it has one.
  synchronized List<Seat> seats() {
    return List.copyOf(seats);
  }

  /// Enters a task from a thread that has no shard.
  void addShared(TaskCell<?> task) {
    Shard shard = shared.get((int) (Thread.currentThread().threadId() % SHARED));
    synchronized (shard) {
      shard.add(task);
    }
  }

  /// All that are live, in the order in which they were spawned.
  List<TaskCell<?>> snapshot() {
    List<TaskCell<?>> tasks = new ArrayList<>();
    List<Shard> all;
    synchronized (this) {
      all = List.copyOf(shards);
    }
    for (Shard shard : all) {
      shard.forEach(tasks::add);
    }
    tasks.sort(Comparator.comparingLong(TaskCell::number));
    return tasks;
  }
}
