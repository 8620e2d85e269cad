package dev.wakerobin.scheduler.basic;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A whole event loop on the caller's thread.
/*
 * Implementation notes
 *
 * The loop is: take a task, run it, until the latch of the one who lent the thread is open. With
 * nothing to run the thread parks, and the parker watches timers.
 *
 * Why not lose a wake-up? There is no announcing here, for the parker keeps a permit:
 *
 *   submitter                          driver
 *   1. add to the foreign queue        1. look at the foreign queue: empty
 *   2. unpark: leaves a permit         2. park: returns at once if there is a permit
 *
 * If the driver looked before the add, the permit comes after the look, and the park returns. Only
 * the first to arrive unparks; the permit stays until the driver has looked again, and then it sees
 * all that have come. Test: SchedulerContract, S6.
 *
 * Several threads in blockOn: they pass a baton, and who has it drives the loop for all. The others
 * wait until their own latch opens or the baton is free, whichever comes first. Another way would
 * be to let only one thread call blockOn, but then a library that waits inside an application that
 * waits would need to know of it; Tokio's current_thread scheduler passes its core round in the
 * same way.
 */
final class BasicScheduler implements Scheduler {
  /// After how many tasks to look at timers. The number of Go and Tokio: a prime, to fall in with
  /// no pattern.
  private static final int EVENT_INTERVAL = 61;

  private final SchedulerContext context;
  private final WorkerEvents events;
  private final Parker parker;

  private final ReentrantLock baton = new ReentrantLock();
  private final Queue<Thread> waitingForBaton = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread driver; // Who has the baton; written by him.

  private final ArrayDeque<ReadyTask> ready = new ArrayDeque<>(); // The driver's.
  private final ForeignQueue foreign = new ForeignQueue();
  private volatile boolean closed;

  BasicScheduler(SchedulerContext context) {
    this.context = context;
    this.events = context.events();
    this.parker = context.newParker();
  }

  @Override
  public void schedule(ReadyTask task) {
    if (Thread.currentThread() == driver) {
      ready.add(task);
    } else if (!closed && foreign.add(task)) {
      parker.unpark();
    }
  }

  @Override
  public void runUntil(Latch latch) throws InterruptedException {
    waitingForBaton.add(Thread.currentThread());
    try {
      while (!latch.isOpen() && !closed) {
        if (baton.tryLock()) {
          drive(latch);
        } else if (Thread.interrupted()) {
          throw new InterruptedException();
        } else {
          LockSupport.park(this); // The latch, or whoever lays the baton down, unparks us.
        }
      }
    } finally {
      waitingForBaton.remove(Thread.currentThread());
      offerBaton();
    }
  }

  /// Runs the loop, with the baton in hand, and lays it down.
  private void drive(Latch latch) throws InterruptedException {
    driver = Thread.currentThread();
    events.started(0);
    try {
      loop(latch);
    } finally {
      events.stopped(0);
      driver = null;
      baton.unlock();
    }
  }

  private void loop(Latch latch) throws InterruptedException {
    while (!latch.isOpen() && !closed) {
      runSome(latch);
      parker.serveEvents();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /// Runs tasks until it is time for events, or parks if there are none.
  private void runSome(Latch latch) {
    for (int left = EVENT_INTERVAL; left > 0 && !latch.isOpen() && !closed; left--) {
      foreign.moveTo(ready);
      ReadyTask task = ready.poll();
      if (task != null) {
        run(task);
      } else {
        if (foreign.isEmpty()) {
          parker.park();
        }
        return;
      }
    }
  }

  private void run(ReadyTask task) {
    try {
      task.run();
    } catch (Throwable thrown) {
      context.report(thrown);
    }
  }

  /// If the baton lies there, somebody who waits may take it. He who leaves calls this last, so an
  /// offer is never lost on one who was about to leave.
  private void offerBaton() {
    Thread next = waitingForBaton.peek();
    if (next != null && !baton.isLocked()) {
      LockSupport.unpark(next);
    }
  }

  @Override
  public void close() {
    closed = true;
    parker.unpark();
    waitingForBaton.forEach(LockSupport::unpark);
    baton.lock(); // Waits for whoever drives.
    try {
      ready.clear();
      foreign.moveTo(ready);
      ready.clear();
    } finally {
      baton.unlock();
    }
  }
}
