package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.testkit.Patience;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A task in the slot of a worker that stays in one poll is run by another one that sleeps. Each
/// hog here stays in its poll until the task in its slot has run, so that none of these tests could
/// end without.
class SlotWatchTest {
  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
  private WorkStealingScheduler scheduler = start(2);

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void a_sleeper_takes_what_is_stuck_in_a_slot() {
    Coded stuck = Coded.named("what is stuck");
    Coded hog = hog(stuck);
    awaitAsleep(2);
    scheduler.schedule(hog);
    hog.awaitEnded();
  }

  @Test
  void one_who_falls_asleep_after_the_slot_was_filled_takes_it_too() {
    CountDownLatch goOn = new CountDownLatch(1);
    Coded busy = new Coded("the busy one", () -> await(goOn));
    scheduler.schedule(busy);
    busy.awaitBegun();
    Coded stuck = Coded.named("what is stuck");
    CountDownLatch filled = new CountDownLatch(1);
    Coded hog =
        new Coded(
            "the hog",
            () -> {
              scheduler.schedule(stuck);
              filled.countDown(); // All are awake, so nobody was told to watch.
              stuck.awaitEnded();
            });
    scheduler.schedule(hog);
    await(filled);
    goOn.countDown();
    hog.awaitEnded();
  }

  @Test
  void a_watcher_that_is_called_away_for_a_moment_watches_again_when_it_sleeps() {
    Coded stuck = Coded.named("what is stuck");
    Coded hog =
        new Coded(
            "the hog",
            () -> {
              scheduler.schedule(stuck);
              scheduler.injector().push(Coded.named("a foreign task"));
              scheduler.notifyOne(); // At once, before anybody has looked at the slot twice.
              stuck.awaitEnded();
            });
    awaitAsleep(2);
    scheduler.schedule(hog);
    hog.awaitEnded();
  }

  @Test
  void a_watcher_that_leaves_for_a_long_poll_hands_the_watch_on_to_another_sleeper() {
    scheduler.close();
    scheduler = start(3);
    awaitAsleep(3);
    Coded stuck = Coded.named("what is stuck");
    Coded timersTask = new Coded("what a timer woke", stuck::awaitEnded);
    events.add(() -> scheduler.schedule(timersTask)); // Fires where the watcher sleeps.
    Coded hog = hog(stuck);
    scheduler.schedule(hog);
    hog.awaitEnded();
    timersTask.awaitEnded();
  }

  @Test
  void also_what_is_put_into_a_slot_while_the_watcher_is_away_is_seen() {
    scheduler.close();
    scheduler = start(3);
    for (int round = 0; round < 50; round++) {
      Coded first = hog(Coded.named("stuck in the first"));
      Coded second = hog(Coded.named("stuck in the second"));
      scheduler.schedule(first);
      scheduler.schedule(second);
      first.awaitEnded();
      second.awaitEnded();
    }
  }

  // ---- Parts

  /// Fills its slot, and stays in its poll until somebody else has run what is in there.
  private Coded hog(Coded stuck) {
    return new Coded(
        "the hog",
        () -> {
          scheduler.schedule(stuck);
          stuck.awaitEnded();
        });
  }

  private void awaitAsleep(int workers) {
    Patience.await(
        workers + " workers to sleep",
        () -> {
          for (int i = 0; i < workers; i++) {
            if (!scheduler.worker(i).isAsleep()) {
              return false;
            }
          }
          return true;
        });
  }

  private static void await(CountDownLatch latch) {
    Patience.await("another one to let it go on", () -> latch.getCount() == 0);
  }

  private WorkStealingScheduler start(int workers) {
    return new WorkStealingScheduler(
        FakeContext.working(workers).parkingIn(parker -> new Eventful(parker, events)));
  }

  /// A parker that runs events, as those of the runtime fire timers: in a limited sleep, which is
  /// the watcher's.
  private record Eventful(Parker plain, Queue<Runnable> due) implements Parker {
    @Override
    public void park() {
      plain.park();
    }

    @Override
    public void parkNanos(long nanos) {
      Runnable event = due.poll();
      if (event != null) {
        event.run();
      } else {
        plain.parkNanos(nanos);
      }
    }

    @Override
    public void unpark() {
      plain.unpark();
    }

    @Override
    public void serveEvents() {}
  }
}
