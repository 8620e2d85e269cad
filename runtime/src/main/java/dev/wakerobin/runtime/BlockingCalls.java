package dev.wakerobin.runtime;

import dev.wakerobin.runtime.Instrument.CallKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads for what must not run in a task.
///
/// Calls that block get a virtual thread each, for they mostly wait. Computations get platform
/// threads from a pool no larger than there are processors, for more would only take turns.
final class BlockingCalls {
  private final Engine engine;
  private final ThreadFactory virtualThreads;
  private final Semaphore places; // For calls that block.
  private final ThreadPoolExecutor pool;

  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private boolean closed; // Guarded by this.
  private int open; // Calls begun or waiting to begin. Guarded by this.

  BlockingCalls(Engine engine, Settings settings) {
    this.engine = engine;
    this.virtualThreads =
        Thread.ofVirtual().name(settings.threadNames() + "-blocking-", 0).factory();
    this.places = new Semaphore(settings.maxBlockingCalls());
    this.pool =
        computationPool(
            settings.computationThreads(),
            settings.keepAlive(),
            settings.threadNames() + "-computation-");
  }

  private static ThreadPoolExecutor computationPool(int threads, Duration keepAlive, String name) {
    AtomicInteger next = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            Nanos.of(keepAlive),
            TimeUnit.NANOSECONDS,
            new LinkedBlockingQueue<>(),
            work ->
                Thread.ofPlatform().daemon().name(name + next.getAndIncrement()).unstarted(work));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /// Starts a call that blocks; if this is closed already, the call is cancelled.
  void startBlocking(BlockingCall<?> call) {
    if (register(call)) {
      virtualThreads.newThread(() -> runInPlace(call)).start();
    }
  }

  /// Starts a computation as soon as a thread of the pool is free; likewise.
  void startComputation(BlockingCall<?> call) {
    if (register(call)) {
      pool.execute(() -> run(call, CallKind.COMPUTATION));
    }
  }

  private synchronized boolean register(BlockingCall<?> call) {
    if (closed) {
      call.cancel();
      return false;
    }
    open++;
    return true;
  }

  private void runInPlace(BlockingCall<?> call) {
    places.acquireUninterruptibly();
    try {
      run(call, CallKind.BLOCKING);
    } finally {
      places.release();
    }
  }

  private void run(BlockingCall<?> call, CallKind kind) {
    Thread me = Thread.currentThread();
    Seat seat = Seat.ofThisThread();
    running.add(me);
    try {
      seat.inBlockingCall(true);
      seat.assist(engine, () -> call.start(engine.instruments(), kind));
    } finally {
      seat.inBlockingCall(false);
      running.remove(me);
      ended();
    }
  }

  private void ended() {
    synchronized (this) {
      open--;
      notifyAll();
    }
    engine.watch().callEnded();
  }

  /// Whether the calling thread makes one of these calls.
  boolean runsHere() {
    return running.contains(Thread.currentThread());
  }

  /// Whether no call is under way, or waits to be made.
  synchronized boolean areOver() {
    return open == 0;
  }

  /// Takes no more calls.
  synchronized void refuseMore() {
    closed = true;
  }

  /// Waits until every call that has begun has ended. The others have been cancelled, with their
  /// tasks, and pass through at once. An interrupt does not shorten the waiting; it is kept for
  /// later.
  void awaitEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        awaitCalls();
        pool.shutdown(); // Not before: a call that was let in is still to be given to it.
        pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitCalls() throws InterruptedException {
    while (open > 0) {
      wait();
    }
  }

  /// The threads of the calls that are under way.
  Set<Thread> threads() {
    return Set.copyOf(running);
  }

  /// How many calls wait for a thread.
  int waiting() {
    return Math.max(0, begunOrWaiting() - running.size());
  }

  private synchronized int begunOrWaiting() {
    return open;
  }

  /// Which calls are under way, by the names of their threads.
  List<String> underWay() {
    List<String> names = new ArrayList<>();
    for (Thread each : running) {
      names.add("a blocking call on thread " + each.getName());
    }
    names.sort(null);
    return names;
  }
}
