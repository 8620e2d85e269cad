package dev.wakerobin.it.dump;

import dev.wakerobin.Future;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.TaskDump;
import dev.wakerobin.testkit.Patience;
import java.time.Duration;
import java.util.function.Predicate;

/// A program that hangs on a thread of its own, and its runtime.
final class Hung implements AutoCloseable {
  private final ManualClock clock = Clock.manual();
  private final AsyncRuntime runtime =
      AsyncRuntime.builder()
          .scheduler("basic")
          .clock(clock)
          .tracking(true)
          .reporter(_ -> {})
          .build();
  private final Thread main;

  Hung(Future<?> program) {
    main = Thread.ofPlatform().daemon().name("main").start(() -> run(program));
  }

  private void run(Future<?> program) {
    try {
      runtime.blockOn(program);
    } catch (InterruptedException | TaskCancelledException _) {
      // The test has seen enough.
    }
  }

  /// The dump, 1.5 s after it has come to hang.
  TaskDump dumpOnce(Predicate<TaskDump> itHangs) {
    Patience.await(() -> "it to hang: " + runtime.dump(), () -> itHangs.test(runtime.dump()));
    clock.advance(Duration.ofMillis(1_500));
    return runtime.dump();
  }

  AsyncRuntime runtime() {
    return runtime;
  }

  @Override
  public void close() {
    main.interrupt();
    runtime.close();
  }
}
