package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.stress.Gate;

/// The whole scheduler with two workers. A task that lies there while a worker sleeps is a
/// deadlock in each of these, for the other worker is in a poll that waits for it.
final class SchedulerScenarios {
  private SchedulerScenarios() {}

  /// A foreign thread hands over two tasks, of which the first waits for the second.
  static void twoForeignTasks() {
    WorkStealingScheduler scheduler = new WorkStealingScheduler(new StressContext(2));
    Gate second = new Gate();
    Gate first = new Gate();
    scheduler.schedule(new Job(1, () -> passAndOpen(second, first)));
    scheduler.schedule(new Job(2, second::open));
    first.pass();
    scheduler.close();
  }

  /// A task wakes two others, the one into the slot and the other into the ring, and waits for the
  /// one that another worker can steal.
  static void stealFromTheRing() {
    WorkStealingScheduler scheduler = new WorkStealingScheduler(new StressContext(2));
    Gate stolen = new Gate();
    Gate done = new Gate();
    scheduler.schedule(
        new Job(
            1,
            () -> {
              scheduler.schedule(new Job(2, stolen::open));
              scheduler.schedule(new Job(3, () -> {}));
              passAndOpen(stolen, done);
            }));
    done.pass();
    scheduler.close();
  }

  private static void passAndOpen(Gate awaited, Gate opened) {
    awaited.pass();
    opened.open();
  }
}
