package dev.wakerobin.tutorial.chapter11;

import dev.wakerobin.runtime.Tasks;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// What happened, and at which millisecond. To be made inside a task.
final class Diary {
  private final PrintStream out;
  private final Instant start = Tasks.now();

  Diary(PrintStream out) {
    this.out = out;
  }

  /// Writes that down, with the time. From any task.
  synchronized void note(String what) {
    out.println("at " + Duration.between(start, Tasks.now()).toMillis() + " ms: " + what);
  }
}
