package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.WorkerEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All tasks that are ready, in the order in which they were handed over; each belongs to the queue
/// of one worker.
///
/// ```
///   handed over    1    2    3    4        worker 0: 1 3 4
///   worker         0    1    0    0        worker 1: 2
///                                          worker 2: –      steals 1 from worker 0
/// ```
///
/// The queues are a matter of which row a poll is drawn in: who is next is chosen from all.
final class Ready {
  private final List<Candidate> candidates = new ArrayList<>();
  private final int[] lengths; // Of each worker's queue.

  Ready(int workers) {
    this.lengths = new int[workers];
  }

  List<Candidate> candidates() {
    return candidates;
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  void add(ReadyTask task, long step, int worker) {
    candidates.add(new Candidate(task, step, worker));
    lengths[worker]++;
  }

  /// Adds one that came from nowhere: to the shortest queue.
  void add(ReadyTask task, long step) {
    int shortest = 0;
    for (int worker = 1; worker < lengths.length; worker++) {
      if (lengths[worker] < lengths[shortest]) {
        shortest = worker;
      }
    }
    add(task, step, shortest);
  }

  Candidate remove(int index) {
    Candidate taken = candidates.remove(index);
    lengths[taken.worker()]--;
    return taken;
  }

  /// Each worker that has nothing takes half of the longest queue, its oldest tasks, unless that is
  /// one task or less.
  void steal(WorkerEvents events) {
    for (int thief = 0; thief < lengths.length; thief++) {
      if (lengths[thief] == 0) {
        int victim = longest();
        int half = lengths[victim] / 2;
        if (half == 0) {
          return;
        }
        move(half, victim, thief);
        events.stole(thief, half, victim);
      }
    }
  }

  private int longest() {
    int longest = 0;
    for (int worker = 1; worker < lengths.length; worker++) {
      if (lengths[worker] > lengths[longest]) {
        longest = worker;
      }
    }
    return longest;
  }

  private void move(int tasks, int victim, int thief) {
    int left = tasks;
    for (Candidate each : candidates) {
      if (left > 0 && each.worker() == victim) {
        each.moveTo(thief);
        left--;
      }
    }
    lengths[victim] -= tasks;
    lengths[thief] += tasks;
  }

  void clear() {
    candidates.clear();
    Arrays.fill(lengths, 0);
  }
}
