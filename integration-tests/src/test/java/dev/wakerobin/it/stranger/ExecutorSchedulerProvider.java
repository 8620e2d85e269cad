package dev.wakerobin.it.stranger;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// A scheduler in forty lines: it hands each task to a pool of threads.
public final class ExecutorSchedulerProvider implements SchedulerProvider {
  @Override
  public String name() {
    return "executor";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    ExecutorService pool = Executors.newFixedThreadPool(context.parallelism(), context.threads());
    return new OnExecutor(pool, context);
  }

  private record OnExecutor(ExecutorService pool, SchedulerContext context) implements Scheduler {
    @Override
    public void schedule(ReadyTask task) {
      try {
        pool.execute(() -> run(task));
      } catch (RejectedExecutionException _) {
        // Closed: the runtime ends the task.
      }
    }

    private void run(ReadyTask task) {
      try {
        task.run();
      } catch (Throwable thrown) {
        context.report(thrown);
      }
      Thread.interrupted(); // A task's interrupt is not for the next one.
    }

    @Override
    public void close() {
      pool.shutdownNow();
      pool.close();
    }
  }
}
