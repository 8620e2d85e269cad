package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Finding;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.LongPoll;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.WatchdogWarning;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Puts a watchdog into a runtime, and remembers the first long poll that it finds. To be asked
/// when the runtime is closed.
public final class Guard implements Onlooker, Instrument {
  private final AtomicReference<Optional<LongPoll>> first = new AtomicReference<>(Optional.empty());

  /// One that has found nothing yet.
  public Guard() {}

  @Override
  public void opening(RuntimeBuilder builder, boolean realTime) {
    builder.watchdog(Duration.ofMillis(10)).instrument(this).reporter(Guard::report);
  }

  /// What the watchdog says is told by us; everything else as ever.
  private static void report(Throwable problem) {
    if (!(problem instanceof WatchdogWarning)) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }
  }

  @Override
  public void on(Event event) {}

  @Override
  public void found(Finding finding) {
    if (finding instanceof LongPoll poll) {
      first.compareAndSet(Optional.empty(), Optional.of(poll));
    }
  }

  /// What it has to say, with the line of source.
  public String says() {
    return first.get().map(Guard::sentence).orElse("the watchdog has nothing to say");
  }

  private static String sentence(LongPoll poll) {
    StackTraceElement where = poll.where();
    return "the watchdog: %s computes, at %s (%s:%d)"
        .formatted(poll.task(), where.getMethodName(), where.getFileName(), where.getLineNumber());
  }
}
