package dev.wakerobin.tutorial.command;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Finding;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.LongPoll;
import dev.wakerobin.runtime.LongPollOver;
import dev.wakerobin.runtime.LostWaker;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.WakeStorm;
import dev.wakerobin.runtime.WatchdogWarning;
import dev.wakerobin.tutorial.Onlooker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a watchdog into every runtime in which time passes by itself, and keeps what it finds until
/// the chapter is over, for the middle of a page is no place for it. Of findings with the same
/// cause, such as one line that many tasks compute in, the longest is told, and how many there
/// were.
final class Watchman implements Onlooker {
  /// A slow machine that loads classes in a first poll is not taken for a fault of the program.
  static final Duration THRESHOLD = Duration.ofMillis(100);

  private final Map<String, Kept> kept = new LinkedHashMap<>(); // By cause. Guarded by this.

  /// What is kept of findings with the same cause.
  private record Kept(Finding first, long millis, int times) {}

  @Override
  public void opening(RuntimeBuilder builder, boolean realTime) {
    if (realTime) {
      builder.watchdog(THRESHOLD).instrument(new Ear()).reporter(Watchman::report);
    }
  }

  /// Listens in one runtime.
  private final class Ear implements Instrument {
    private final Map<Long, String> lasting = new LinkedHashMap<>(); // Causes, by task. Likewise.

    @Override
    public void on(Event event) {}

    @Override
    public void found(Finding finding) {
      synchronized (Watchman.this) {
        long task = finding.task().number();
        switch (finding) {
          case LongPoll poll -> {
            String cause = "poll " + place(poll);
            boolean known = cause.equals(lasting.put(task, cause));
            keep(cause, poll, poll.atLeast().toMillis(), known ? 0 : 1);
          }
          case LongPollOver over -> {
            String cause = lasting.remove(task);
            if (cause != null) {
              keep(cause, over, over.took().toMillis(), 0);
            }
          }
          case WakeStorm storm -> keep("storm " + storm.task().name(), storm, 0, 1);
          case LostWaker lost -> keep("lost " + lost.takenAt(), lost, 0, 1);
        }
      }
    }
  }

  private void keep(String cause, Finding finding, long millis, int times) {
    kept.merge(
        cause,
        new Kept(finding, millis, times),
        (a, b) -> new Kept(a.first(), Math.max(a.millis(), b.millis()), a.times() + b.times()));
  }

  /// What was found, a sentence or two for each cause.
  synchronized List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Kept each : kept.values()) {
      sentences.add(
          switch (each.first()) {
            case LongPoll poll -> sentence(poll, each);
            case LongPollOver over -> over.message() + ".";
            case WakeStorm storm ->
                "T%s was polled %,d times in a row, woken each time by itself."
                    .formatted(name(storm.task()), storm.polls());
            case LostWaker lost -> lost.message();
          });
    }
    return sentences;
  }

  private static String sentence(LongPoll poll, Kept all) {
    String which = "T" + name(poll.task()) + (all.times() > 1 ? " and others" : "");
    String polls = all.times() > 1 ? ", in " + all.times() + " polls, the longest" : "";
    return "%s kept a thread from all other tasks%s of %d ms, at %s."
        .formatted(which, polls.isEmpty() ? " in a poll" : polls, all.millis(), place(poll));
  }

  /// Without its first letter, which is the first of a sentence.
  private static String name(TaskId task) {
    return task.toString().substring(1);
  }

  private static String place(LongPoll poll) {
    StackTraceElement where = poll.where();
    return "%s (%s:%d)"
        .formatted(where.getMethodName(), where.getFileName(), where.getLineNumber());
  }

  /// What the watchdog says is told later; everything else as ever.
  private static void report(Throwable problem) {
    if (!(problem instanceof WatchdogWarning)) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }
  }
}
