package dev.wakerobin.trace;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/// One queue for all workers; each takes from it when it likes.
///
/// @param withRows whether it tells which worker is which; if not, all happens elsewhere
record ManyThreads(boolean withRows) implements SchedulerProvider {

  @Override
  public String name() {
    return "many-threads";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    LinkedBlockingQueue<ReadyTask> queue = new LinkedBlockingQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < context.parallelism(); i++) {
      int number = i;
      threads.add(context.threads().newThread(() -> work(context, number, queue)));
    }
    threads.forEach(Thread::start);
    return new Scheduler() {
      @Override
      public void schedule(ReadyTask task) {
        queue.add(task);
      }

      @Override
      public void close() {
        threads.forEach(Thread::interrupt);
        threads.forEach(ManyThreads::join);
      }
    };
  }

  private void work(SchedulerContext context, int number, LinkedBlockingQueue<ReadyTask> queue) {
    if (withRows) {
      context.events().started(number);
    }
    try {
      while (true) {
        queue.take().run();
      }
    } catch (InterruptedException _) {
      // The scheduler is closed.
    }
    if (withRows) {
      context.events().stopped(number);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
