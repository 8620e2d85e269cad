package dev.wakerobin.runtime;

import java.util.function.Consumer;

/// Where problems go that no caller is there to hear: to the user's own reporter, or else to the
/// uncaught exception handler of the thread, which prints them unless the application has set
/// another.
final class Reporter implements Consumer<Throwable> {
  private final Consumer<? super Throwable> target;

  Reporter(Consumer<? super Throwable> target) {
    this.target = target;
  }

  static void toUncaughtHandler(Throwable problem) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
  }

  /// Never throws: a worker is not to die of a report.
  @Override
  public void accept(Throwable problem) {
    try {
      target.accept(problem);
    } catch (Throwable fromReporter) {
      if (fromReporter != problem) {
        fromReporter.addSuppressed(problem);
      }
      try {
        toUncaughtHandler(fromReporter);
      } catch (Throwable _) {
        // The handler fails as well: there is nobody left to tell.
      }
    }
  }
}
