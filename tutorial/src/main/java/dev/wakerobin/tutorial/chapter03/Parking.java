package dev.wakerobin.tutorial.chapter03;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// ## Step 3: sleep while there is nothing to do
///
/// Two repairs. `take` of a [BlockingQueue] sleeps while the queue is empty: *parks* is the word.
/// And a task that is in the queue already is not put there again, however often it is rung; in
/// step 2 a thousand rings were a thousand polls, the last of them after the end. The flag `queued`
/// remembers it.
///
/// **The flaw.** Look at the three lines of the loop. When is the flag taken down? After the poll.
/// Now let the bell ring *while* the task is polled, which is what
/// [Countdown][dev.wakerobin.tutorial.chapter01.Countdown] does each time. The flag is still up, so
/// the ring says: it is in the queue already. It is not; it was taken out. The ring is lost, the
/// task is never polled again, and the executor sleeps for ever.
///
/// ```
///    the executor                    the bell
///    take the task out
///    poll it ...
///                                    rings: the flag is up, nothing to do
///    ... pending
///    take the flag down
///    sleep, for ever
/// ```
///
/// It happens with timers and sockets as well, once in a million polls; that is the worse for being
/// rare. It is called a *lost wake*, and it is the most famous bug of all who build schedulers.
///
/// @step-of Queueing
final class Parking {
  private final BlockingQueue<Task> due = new LinkedBlockingQueue<>();
  private int live; // Touched only by the thread that runs.

  void spawn(Future<?> future) {
    live++;
    new Task(future).wake();
  }

  void run() throws Exception {
    while (live > 0) {
      Task task = due.take();
      boolean ready = task.future.poll(Context.of(task)).isReady();
      task.queued.set(false); // Too late.
      if (ready) {
        live--;
      }
    }
  }

  private final class Task implements Waker {
    private final Future<?> future;
    private final AtomicBoolean queued = new AtomicBoolean();

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
