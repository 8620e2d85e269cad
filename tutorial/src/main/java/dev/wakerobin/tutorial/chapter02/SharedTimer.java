package dev.wakerobin.tutorial.chapter02;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// ## Third: one thread for all
///
/// A thread that sleeps for one delay can sleep for a thousand: it waits for the first of them,
/// rings it, and goes on to the next. [DelayQueue] of the JDK keeps them in order and does the
/// waiting. The [Delay] has not changed; only who rings has.
///
/// Runtimes do the same without even that one thread: a worker that has nothing to do sleeps
/// anyway, so it may as well sleep until the first timer. That is how `Tasks.sleep` works.
///
/// @step-of ThreadEach
final class SharedTimer implements Ringer, AutoCloseable {
  private final DelayQueue<Alarm> alarms = new DelayQueue<>();
  private final Thread thread;

  SharedTimer(ThreadFactory threads) {
    thread = threads.newThread(this::ringAll);
    thread.start();
  }

  @Override
  public void ringAfter(Duration length, Runnable ring) {
    alarms.add(new Alarm(System.nanoTime() + length.toNanos(), ring));
  }

  private void ringAll() {
    try {
      while (true) {
        alarms.take().ring().run();
      }
    } catch (InterruptedException _) {
      return; // Closed.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private record Alarm(long deadline, Runnable ring) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(deadline - ((Alarm) other).deadline); // There are no others in the queue.
    }
  }
}
