package dev.wakerobin.tutorial.chapter03;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// ## Step 4: an executor
///
/// The flag is taken down *before* the poll. A ring that comes during the poll finds it down, and
/// puts the task into the queue once more. One line has moved; that is the whole repair.
///
/// Why `getAndSet` where `set` would do? Who rings has written something before: the answer, the
/// packet. The task is to see it. A ring that finds the flag up leaves no trace but the flag, so
/// the executor has to *read* the flag to see what was written before it.
///
/// And a ring that comes after the end must change nothing: a future that is ready is never polled
/// again.
///
/// @step-of Parking
public final class MiniExecutor {
  private final BlockingQueue<Task> due = new LinkedBlockingQueue<>();
  private int live; // Tasks that have not ended. Touched only by the thread that runs.

  /// Takes a future as a task. To be called before [#run()], or from inside a task.
  public void spawn(Future<?> future) {
    live++;
    new Task(future).wake();
  }

  /// Runs until no task is left.
  ///
  /// @throws Exception what a task throws; the others are left alone then
  public void run() throws Exception {
    while (live > 0) {
      Task task = due.take();
      task.queued.getAndSet(false);
      if (!task.ended && task.future.poll(Context.of(task)).isReady()) {
        task.ended = true;
        live--;
      }
    }
  }

  private final class Task implements Waker {
    private final Future<?> future;
    private final AtomicBoolean queued = new AtomicBoolean();
    private boolean ended; // Touched only by the thread that runs.

    Task(Future<?> future) {
      this.future = future;
    }

    @Override
    public void wake() {
      if (!queued.getAndSet(true)) {
        due.add(this);
      }
    }
  }
}
