package dev.wakerobin.scheduler.basic;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.stress.Together;
import java.util.ArrayDeque;
import java.util.Queue;

/// Foreign threads hand tasks to a driver, who sleeps while there is none. Only the first to
/// arrive unparks: if the driver sleeps beside the second, that is a deadlock.
final class ForeignScenarios {
  /// The two calls that matter, so that the scenario goes over the real queue and a weakened one.
  interface Arrivals {
    boolean add(ReadyTask task);

    void moveTo(Queue<ReadyTask> ready);

    /// The real one.
    static Arrivals real() {
      ForeignQueue queue = new ForeignQueue();
      return new Arrivals() {
        @Override
        public boolean add(ReadyTask task) {
          return queue.add(task);
        }

        @Override
        public void moveTo(Queue<ReadyTask> ready) {
          queue.moveTo(ready);
        }
      };
    }
  }

  /// Takes what there is, and then, in another critical section, says that there is nothing: what
  /// has come between is forgotten.
  static final class ClearsFlagAfterTaking implements Arrivals {
    private final ArrayDeque<ReadyTask> arrived = new ArrayDeque<>(); // Guarded by this.
    private volatile boolean any;

    @Override
    public synchronized boolean add(ReadyTask task) {
      arrived.add(task);
      boolean first = !any;
      any = true;
      return first;
    }

    @Override
    public void moveTo(Queue<ReadyTask> ready) {
      if (any) {
        synchronized (this) {
          ready.addAll(arrived);
          arrived.clear();
        }
        synchronized (this) { // Without it the checker never switches just here.
          any = false;
        }
      }
    }
  }

  private record Task(int number) implements ReadyTask {
    @Override
    public TaskId id() {
      return new TaskId(number, "");
    }

    @Override
    public void run() {}
  }

  private boolean permit; // Guarded by this.

  private ForeignScenarios() {}

  /// One hands over two, one after the other.
  static void twoTasks(Arrivals queue) {
    ForeignScenarios driver = new ForeignScenarios();
    Together.act(
        () -> driver.drive(queue, 2),
        () -> {
          driver.hand(queue, 1);
          driver.hand(queue, 2);
        });
  }

  /// Two hand over one each.
  static void twoForeignThreads(Arrivals queue) {
    ForeignScenarios driver = new ForeignScenarios();
    Together.act(
        () -> driver.drive(queue, 2), () -> driver.hand(queue, 1), () -> driver.hand(queue, 2));
  }

  private void hand(Arrivals queue, int number) {
    if (queue.add(new Task(number))) {
      unpark();
    }
  }

  private void drive(Arrivals queue, int expected) {
    Queue<ReadyTask> ready = new ArrayDeque<>();
    while (true) {
      queue.moveTo(ready);
      if (ready.size() == expected) {
        return;
      }
      park();
    }
  }

  private synchronized void unpark() {
    permit = true;
    notifyAll();
  }

  private synchronized void park() {
    while (!permit) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts here", e);
      }
    }
    permit = false;
  }
}
