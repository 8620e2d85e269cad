package dev.wakerobin.runtime;

import dev.wakerobin.runtime.LongPoll.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a thread stands inside the poll of a task, seen from another thread: a snapshot.
///
/// ```
///   jdk.internal.…      ┐ the JDK, above: what it is held up in
///   java.lang.Thread.sleep  ◀ detail: the call that user or library made
///   dev.wakerobin.…     ┘
///   App.load            ◀ where: the first that is the user's
///   …
///   TaskCell.pollOnce     cut off, with what is below
/// ```
///
/// @param frames innermost first; empty if the thread has ended meanwhile
record PollStack(List<StackTraceElement> frames, Activity activity, String detail) {
  private static final Set<String> ENTRIES = Set.of("pollOnce", "cancelFuture");
  private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com[.]sun)[.].*");
  private static final Pattern SYSTEM_CALLS =
      Pattern.compile(
          "(java[.](io|net|nio)|sun[.]nio|java[.]util[.]zip)[.].*|java[.]lang[.]Process.*");

  static PollStack of(Thread thread) {
    Thread.State state = thread.getState();
    Object blocker = LockSupport.getBlocker(thread);
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (isEntry(frame)) {
        break;
      }
      frames.add(frame);
    }
    String call = callIntoJdk(frames);
    Activity activity = activity(state, frames);
    return new PollStack(List.copyOf(frames), activity, detail(activity, call, blocker));
  }

  /// Where the runtime calls the task's future.
  private static boolean isEntry(StackTraceElement frame) {
    return frame.getClassName().equals(TaskCell.class.getName())
        && ENTRIES.contains(frame.getMethodName());
  }

  /// The state and the stack are of slightly different moments, so the stack has the last word on
  /// what the thread cannot do without being in the JDK.
  private static Activity activity(Thread.State state, List<StackTraceElement> frames) {
    if (state == Thread.State.BLOCKED) {
      return Activity.WAITS_FOR_MONITOR;
    }
    if (frames.isEmpty() || !isJdk(frames.getFirst())) {
      return Activity.COMPUTES;
    }
    return switch (state) {
      case WAITING, TIMED_WAITING -> Activity.WAITS;
      case BLOCKED -> Activity.WAITS_FOR_MONITOR;
      case NEW, RUNNABLE, TERMINATED ->
          frames.getFirst().isNativeMethod() && isSystemCall(frames.getFirst())
              ? Activity.CALLS_SYSTEM
              : Activity.COMPUTES;
    };
  }

  private static String detail(Activity activity, String call, @Nullable Object blocker) {
    return switch (activity) {
      case COMPUTES, WAITS_FOR_MONITOR -> "";
      case CALLS_SYSTEM -> call;
      case WAITS ->
          blocker == null ? call : "%s, for a %s".formatted(call, blocker.getClass().getName());
    };
  }

  /// The method of the JDK through which the thread went in and has not come back.
  private static String callIntoJdk(List<StackTraceElement> frames) {
    return frames.stream()
        .takeWhile(PollStack::isJdk)
        .reduce((_, outer) -> outer)
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .orElse("");
  }

  /// The user's innermost frame; if there is none, the innermost of all.
  StackTraceElement where() {
    return users().orElseGet(frames::getFirst);
  }

  /// The user's innermost frame, if there is one.
  Optional<StackTraceElement> users() {
    return frames.stream()
        .filter(frame -> !isJdk(frame) && !Site.isOurs(frame.getClassName()))
        .findFirst();
  }

  private static boolean isSystemCall(StackTraceElement frame) {
    return SYSTEM_CALLS.matcher(frame.getClassName()).matches();
  }

  private static boolean isJdk(StackTraceElement frame) {
    return JDK.matcher(frame.getClassName()).matches();
  }
}
