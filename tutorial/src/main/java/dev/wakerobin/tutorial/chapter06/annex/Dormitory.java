package dev.wakerobin.tutorial.chapter06.annex;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// ## Where sleepers are weighed
///
/// It is filled, and looked at, and closed. Each sleeper counts a latch down and goes to sleep for
/// longer than we look.
interface Dormitory extends AutoCloseable {
  /// How long they would sleep.
  Duration NIGHT = Duration.ofHours(1);

  /// Puts one to bed.
  void add(CountDownLatch awake);

  /// Returns once all are asleep.
  void awaitSleep(CountDownLatch awake) throws InterruptedException;

  /// Whether they lie on the heap, or on stacks outside of it.
  boolean onHeap();

  /// Wakes them all.
  @Override
  void close();

  /// Of tasks: an async function each.
  record OfTasks(AsyncRuntime runtime) implements Dormitory {

    @Override
    public void add(CountDownLatch awake) {
      Future<Unit> sleeper =
          async(
              () -> {
                awake.countDown();
                await(Tasks.sleep(NIGHT));
              });
      runtime.spawn(sleeper);
    }

    /// Some schedulers run tasks only while somebody blocks.
    @Override
    public void awaitSleep(CountDownLatch awake) throws InterruptedException {
      while (awake.getCount() > 0) {
        runtime.blockOn(Tasks.sleep(Duration.ofMillis(1)));
      }
    }

    @Override
    public boolean onHeap() {
      return true;
    }

    @Override
    public void close() {
      runtime.close();
    }
  }

  /// Of threads, of whatever kind the builder makes.
  record OfThreads(Thread.Builder builder, List<Thread> threads) implements Dormitory {

    OfThreads(Thread.Builder builder) {
      this(builder, new ArrayList<>());
    }

    @Override
    public void add(CountDownLatch awake) {
      threads.add(
          builder.start(
              () -> {
                try {
                  awake.countDown();
                  Thread.sleep(NIGHT);
                } catch (InterruptedException _) {
                  return; // Woken.
                }
              }));
    }

    @Override
    public void awaitSleep(CountDownLatch awake) throws InterruptedException {
      awake.await();
      for (Thread each : threads) {
        while (each.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
      }
    }

    @Override
    public boolean onHeap() {
      return builder instanceof Thread.Builder.OfVirtual;
    }

    @Override
    public void close() {
      threads.forEach(Thread::interrupt);
      for (Thread each : threads) {
        while (each.isAlive()) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
