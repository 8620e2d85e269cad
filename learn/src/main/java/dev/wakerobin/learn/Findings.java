package dev.wakerobin.learn;

import dev.wakerobin.runtime.Finding;
import dev.wakerobin.runtime.WatchdogWarning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What watchdogs say while this is open: every runtime that is built meanwhile has one, unless it
/// asks for another. What they say reaches the handler for exceptions that nobody catches, as does
/// everything else that a runtime reports; that is printed, as ever.
final class Findings implements AutoCloseable, Thread.UncaughtExceptionHandler {
  private static final String PROPERTY = "wakerobin.watchdog.ms";

  /// Long enough for a slow machine that loads classes, short enough to be heard within the limit.
  private static final String THRESHOLD_MILLIS = "500";

  private final Thread.@Nullable UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final @Nullable String property = System.getProperty(PROPERTY);
  private final Map<String, Finding> latest = new LinkedHashMap<>(); // By kind and task; of this.

  private Findings() {}

  static Findings fromNowOn() {
    Findings findings = new Findings();
    Thread.setDefaultUncaughtExceptionHandler(findings);
    if (findings.property == null) {
      System.setProperty(PROPERTY, THRESHOLD_MILLIS);
    }
    return findings;
  }

  @Override
  public synchronized void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof WatchdogWarning warning) {
      Finding finding = warning.finding();
      latest.put(finding.getClass().getName() + finding.task().number(), finding);
    } else {
      System.err.print("Exception in thread \"" + thread.getName() + "\" ");
      thrown.printStackTrace();
    }
  }

  /// The latest of each kind and task, in sentences.
  synchronized List<String> messages() {
    return latest.values().stream().map(Finding::message).toList();
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    if (property == null) {
      System.clearProperty(PROPERTY);
    }
  }
}
