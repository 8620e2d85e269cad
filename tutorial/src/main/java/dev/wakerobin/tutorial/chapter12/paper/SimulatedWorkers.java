package dev.wakerobin.tutorial.chapter12.paper;

import dev.wakerobin.runtime.VirtualClock;
import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import dev.wakerobin.spi.WorkerEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// ## Workers on paper
///
/// Real workers are threads, and no two runs of theirs are equal. These are a table on paper: one
/// thread plays all of them, one poll after the other, and writes down at which time each poll
/// would have been, had they worked side by side.
///
/// ```
///              0 ms   1      2      3        next is always the one who is free first
///   worker 0   ██████████████
///   worker 1   ███████ ◀─ free first: takes its next task, or half of the longest queue
/// ```
///
/// A poll takes as long as it moved the clock. Who has one worker has one queue, which is the
/// scheduler `basic`. Who has several is `work-stealing` in its main idea; and stealing is free
/// here, which it is not on a machine.
///
/// It is a scheduler for this chapter's programs, whose tasks wait for each other only.
public final class SimulatedWorkers implements SchedulerProvider {
  private final int number;
  private final VirtualClock clock;
  private final List<Long> begins = new ArrayList<>();

  /// So many of them; the clock is what a poll moves on while it computes.
  public SimulatedWorkers(int number, VirtualClock clock) {
    this.number = number;
    this.clock = clock;
  }

  /// When each poll would have begun, in the order in which they were played.
  public List<Long> begins() {
    return begins;
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public SchedulerTraits traits() {
    return SchedulerTraits.onCallersThread();
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    context.newParker(); // Nobody sleeps on it: so the clock does not move by itself.
    return new Table(context.events());
  }

  /// A task, and since when it could be polled.
  private record Waiting(ReadyTask task, long since) {}

  private final class Table implements Scheduler {
    private final WorkerEvents events;
    private final List<Deque<Waiting>> queues = new ArrayList<>();
    private final long[] free = new long[number]; // When each has done what he does.
    private int worker; // Who polls,
    private long begin; // since when on paper,
    private long onClock; // and since when on the clock.

    Table(WorkerEvents events) {
      this.events = events;
      for (int each = 0; each < number; each++) {
        queues.add(new ArrayDeque<>());
      }
    }

    /// A task comes to the queue of the worker that has woken it.
    @Override
    public void schedule(ReadyTask task) {
      queues.get(worker).add(new Waiting(task, begin + clock.nanoTime() - onClock));
    }

    @Override
    public void runUntil(Latch latch) {
      for (int each = 0; each < number; each++) {
        events.started(each);
      }
      while (!latch.isOpen()) {
        int next = freeFirst();
        if (queues.get(next).isEmpty()) {
          steal(next, longest());
        }
        poll(next, queues.get(next).remove());
      }
      for (int each = 0; each < number; each++) {
        events.stopped(each);
      }
    }

    private void poll(int next, Waiting waiting) {
      worker = next;
      begin = Math.max(free[next], waiting.since());
      onClock = clock.nanoTime();
      begins.add(begin);
      events.actingAs(next);
      waiting.task().run();
      free[next] = begin + clock.nanoTime() - onClock;
    }

    /// Who could begin a poll before all others; of two, one who need not steal for it.
    private int freeFirst() {
      int best = 0;
      long earliest = Long.MAX_VALUE;
      for (boolean stealing : new boolean[] {false, true}) {
        for (int each = 0; each < number; each++) {
          Deque<Waiting> queue = queues.get(stealing ? longest() : each);
          if (!queue.isEmpty() && Math.max(free[each], queue.element().since()) < earliest) {
            earliest = Math.max(free[each], queue.element().since());
            best = each;
          }
        }
      }
      return best;
    }

    private int longest() {
      int longest = 0;
      for (int each = 1; each < number; each++) {
        longest = queues.get(each).size() > queues.get(longest).size() ? each : longest;
      }
      return longest;
    }

    /// Takes the older half of a queue; of one task, all.
    private void steal(int thief, int victim) {
      int half = (queues.get(victim).size() + 1) / 2;
      for (int i = 0; i < half; i++) {
        queues.get(thief).add(queues.get(victim).remove());
      }
      events.stole(thief, half, victim);
    }

    @Override
    public void close() {}
  }
}
