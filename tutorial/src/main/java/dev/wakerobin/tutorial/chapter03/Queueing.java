package dev.wakerobin.tutorial.chapter03;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// ## Step 2: a queue of those who have been rung
///
/// Now there are tasks, and a queue of the tasks that are due for a poll. The bell of a task puts
/// it into the queue: that is all a waker is. Being spawned is the first ring.
///
/// There may be many tasks, and each is polled only when it has been rung. The queue is a
/// concurrent one, for bells are rung by other threads: timers, sockets.
///
/// **The flaw.** If nobody is in the queue, this loop looks again, and again. No task is asked in
/// vain any more, but the queue is.
final class Queueing {
  private final Queue<Task> due = new ConcurrentLinkedQueue<>();
  private int live; // Tasks that have not ended. Touched only by the thread that runs.
  private long looksInVain;

  void spawn(Future<?> future) {
    live++;
    new Task(future).wake();
  }

  void run() throws Exception {
    while (live > 0) {
      Task task = due.poll();
      if (task == null) {
        looksInVain++;
      } else if (task.future.poll(Context.of(task)).isReady()) {
        live--;
      }
    }
  }

  long looksInVain() {
    return looksInVain;
  }

  private final class Task implements Waker {
    private final Future<?> future;

    Task(Future<?> future) {
      this.future = future;
    }

    @Override
    public void wake() {
      due.add(this);
    }
  }
}
