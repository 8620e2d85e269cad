import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.util.ArrayDeque;
import java.util.Queue;

/// Runs futures on the thread that calls `run`, in turns.
final class ReadyQueue {
  private final Queue<Task> queue = new ArrayDeque<>();

  void spawn(Future<?> future) {
    new Task(future).wake();
  }

  /// Polls whoever is ready, until nobody is.
  void run() {
    Task task = queue.poll();
    while (task != null) {
      try {
        task.pollOnce();
      } catch (Exception thrown) {
        thrown.printStackTrace();
      }
      task = queue.poll();
    }
  }

  private final class Task implements Waker {
    private final Future<?> future;
    private boolean queued;
    private boolean done;

    Task(Future<?> future) {
      this.future = future;
    }

    @Override
    public void wake() {
      if (!queued && !done) {
        queued = true;
        queue.add(this);
      }
    }

    void pollOnce() throws Exception {
      queued = false;
      boolean ended = true; // Also if it throws.
      try {
        ended = future.poll(Context.of(this)).isReady();
      } finally {
        done = ended;
      }
    }
  }
}
