package dev.wakerobin.trace;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// First come, first served, on the caller's thread.
final class OneThread implements SchedulerProvider {

  @Override
  public String name() {
    return "one-thread";
  }

  @Override
  public SchedulerTraits traits() {
    return SchedulerTraits.onCallersThread();
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    Parker parker = context.newParker();
    Queue<ReadyTask> queue = new ConcurrentLinkedQueue<>();
    return new Scheduler() {
      @Override
      public void schedule(ReadyTask task) {
        queue.add(task);
        parker.unpark();
      }

      @Override
      public void runUntil(Latch latch) {
        context.events().started(0);
        while (!latch.isOpen()) {
          ReadyTask task = queue.poll();
          if (task != null) {
            task.run();
          } else {
            parker.park();
          }
          parker.serveEvents();
        }
        context.events().stopped(0);
      }

      @Override
      public void close() {}
    };
  }
}
