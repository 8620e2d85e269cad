package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.stress.Gate;
import dev.wakerobin.stress.Together;

/// Two workers around the real `Idle` and a real `Lane` of the injector, with the steps of `Worker`
/// and of `WorkStealingScheduler.notifyOne` in small, taken apart for the weakened variants to
/// replace one. As it stands here it is correct.
///
/// One lane, not all of the injector: each has its own moments at which threads can change places,
/// and among so many more the checker does not come to those of `Idle`.
class IdleRig {
  final Idle idle = new Idle(2);
  final Lane lane = Lane.create();
  private final WorkStealingScheduler nobody = new WorkStealingScheduler(new StressContext(0));
  private final Parker[] parkers = {
    new StressContext(0).newParker(), new StressContext(0).newParker()
  };
  private volatile boolean closed;

  /// Two tasks are pushed, of which the first waits for the second. If the second lies there while
  /// a worker sleeps, that is a deadlock.
  final void twoTasks() {
    Worker one = worker(0);
    Worker other = worker(1);
    Gate second = new Gate();
    Gate first = new Gate();
    Together.act(
        () -> {
          submit(new Job(1, () -> passAndOpen(second, first)));
          submit(new Job(2, second::open));
          first.pass();
          closed = true;
          one.unpark();
          other.unpark();
        },
        () -> work(one),
        () -> work(other));
  }

  private static void passAndOpen(Gate awaited, Gate opened) {
    awaited.pass();
    opened.open();
  }

  private Worker worker(int number) {
    return new Worker(nobody, number, parkers[number], new StressContext(0).random());
  }

  void submit(ReadyTask task) {
    lane.push(task);
    notifyOne();
  }

  final void notifyOne() {
    Worker worker = idle.workerToNotify();
    if (worker != null) {
      worker.unpark();
    }
  }

  private void work(Worker me) {
    boolean searching = false;
    while (!closed) {
      ReadyTask task = lane.poll();
      if (task == null && !searching) {
        searching = idle.trySearch();
        task = searching ? lane.poll() : null;
      }
      if (task == null) {
        searching = sleep(me, searching);
      } else {
        if (searching) {
          searching = false;
          stopSearching();
        }
        task.run();
      }
    }
  }

  void stopSearching() {
    if (idle.foundWork()) {
      notifyOne();
    }
  }

  /// True if it wakes up searching.
  boolean sleep(Worker me, boolean wasSearching) {
    idle.announceSleep(me, wasSearching);
    if (looksAgain(wasSearching)) {
      return getUp(me);
    }
    return park(me);
  }

  boolean looksAgain(boolean wasSearching) {
    return !idle.anySearching() && !lane.isEmpty();
  }

  boolean getUp(Worker me) {
    return !idle.withdraw(me) || idle.trySearch();
  }

  final boolean park(Worker me) {
    while (me.isAsleep() && !closed) {
      parkers[me.number()].park();
    }
    return !idle.withdraw(me);
  }
}
