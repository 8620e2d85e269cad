package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/// A plain scheduler that keeps the contract: one queue, and threads that take from it. The mutants
/// extend it and break one thing each.
class QueueScheduler implements Scheduler {
  final SchedulerContext context;
  final BlockingDeque<ReadyTask> queue = new LinkedBlockingDeque<>();
  final List<Thread> threads = new ArrayList<>();
  volatile boolean closed;

  QueueScheduler(SchedulerContext context) {
    this.context = context;
    for (int i = 0; i < workers(); i++) {
      Thread thread = context.threads().newThread(this::work);
      threads.add(thread);
    }
  }

  /// Begins, when everything is made.
  QueueScheduler start() {
    threads.forEach(Thread::start);
    return this;
  }

  int workers() {
    return context.parallelism();
  }

  @Override
  public void schedule(ReadyTask task) {
    if (!closed) {
      queue.addLast(task);
    }
  }

  void work() {
    while (!closed) {
      ReadyTask task = take();
      if (task != null && !closed) {
        run(task);
      }
    }
  }

  @Nullable ReadyTask take() {
    try {
      return queue.takeFirst();
    } catch (InterruptedException e) {
      return null; // Closed, or a stray interrupt.
    }
  }

  void run(ReadyTask task) {
    try {
      task.run();
    } catch (Throwable thrown) {
      context.report(thrown);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        thread.interrupt(); // Each time: the task may have eaten the first one.
        try {
          thread.join(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
    queue.clear();
  }
}
