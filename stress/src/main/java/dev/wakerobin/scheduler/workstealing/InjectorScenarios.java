package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.stress.Together;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Two workers take from the injector while a foreign thread pushes.
final class InjectorScenarios {
  private static final int TASKS = 3;

  private InjectorScenarios() {}

  /// Each task is taken once, by one or by the other, or is still there.
  static void twoTakersAndAPusher() {
    Injector injector = new Injector();
    AtomicIntegerArray times = new AtomicIntegerArray(TASKS);
    injector.push(Job.numbered(0));
    Together.act(
        () -> {
          for (int number = 1; number < TASKS; number++) {
            injector.push(Job.numbered(number));
          }
        },
        () -> takeBatch(injector, times),
        () -> takeBatch(injector, times));
    takeBatch(injector, times);
    for (ReadyTask task; (task = injector.poll(0)) != null; ) {
      times.incrementAndGet(Job.numberOf(task));
    }
    for (int number = 0; number < TASKS; number++) {
      if (times.get(number) != 1) {
        throw new AssertionError("task " + number + " was taken " + times.get(number) + " times");
      }
    }
  }

  private static void takeBatch(Injector injector, AtomicIntegerArray times) {
    TaskRing ring = TaskRing.create();
    ReadyTask task = injector.takeBatch(ring, 2, 0);
    while (task != null) {
      times.incrementAndGet(Job.numberOf(task));
      task = ring.poll();
    }
  }
}
