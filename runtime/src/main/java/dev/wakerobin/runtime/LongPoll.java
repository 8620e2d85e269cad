package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// A poll that has lasted longer than the watchdog's threshold, and still lasts. While it does, the
/// thread runs no other task.
///
/// @param task what is polled
/// @param thread the name of the thread that polls it
/// @param atLeast how long the poll has lasted; up to a quarter of the threshold may be missing,
///     for the beginning of a poll is noticed and not told
/// @param activity what the thread is at
/// @param detail the call or the lock that it is held up in, as `java.lang.Thread.sleep`; empty if
///     it computes
/// @param stack from where the thread is down to the poll of the task's future, without the
///     runtime's own frames below it
/// @param where the first frame of `stack` that is neither the JDK's nor this library's; if there
///     is none, its first one
/// @param unreported how many findings were kept back since the last one, for there were too many
public record LongPoll(
    TaskId task,
    String thread,
    Duration atLeast,
    Activity activity,
    String detail,
    List<StackTraceElement> stack,
    StackTraceElement where,
    long unreported)
    implements Finding {

  /// Takes a copy of the stack.
  public LongPoll {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(where, "where");
    stack = List.copyOf(stack);
  }

  /// What keeps a thread in a poll.
  public enum Activity {
    /// It runs code.
    COMPUTES("it computes", "Compute with Tasks.spawnComputation, or yield with Tasks.yieldNow"),

    /// It sits in a call of the operating system: files, sockets, a process.
    CALLS_SYSTEM("it is inside the call", "Make such calls with Tasks.spawnBlocking"),

    /// It sleeps, or waits for a lock or a signal.
    WAITS("it waits in", "Await a future instead, or wait with Tasks.spawnBlocking"),

    /// It wants to enter a `synchronized` block or method that another thread is in.
    WAITS_FOR_MONITOR(
        "it waits for a monitor that another thread holds",
        "Use a lock that tasks can await, or go there with Tasks.spawnBlocking");

    private final String words;
    private final String advice;

    Activity(String words, String advice) {
      this.words = words;
      this.advice = advice;
    }
  }

  @Override
  public String message() {
    return "%s has kept thread '%s' in one poll for %s: %s%s, at %s. No other task runs there meanwhile. %s.%s"
        .formatted(
            task,
            thread,
            Spans.text(atLeast),
            activity.words,
            detail.isEmpty() ? "" : " " + detail,
            where,
            activity.advice,
            Allowance.words(unreported));
  }
}
