package dev.wakerobin.runtime;

import java.util.List;

/// What a watchdog has [found][#finding()], as it reaches the
/// [reporter][RuntimeBuilder#reporter(java.util.function.Consumer)]. It is never thrown. Its stack
/// trace is that of the thread that was found, not of the one that reports.
public final class WatchdogWarning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Finding finding;

  WatchdogWarning(Finding finding) {
    super(finding.message());
    this.finding = finding;
    List<StackTraceElement> stack =
        switch (finding) {
          case LongPoll poll -> poll.stack();
          case LongPollOver _, WakeStorm _, LostWaker _ -> List.of();
        };
    setStackTrace(stack.toArray(new StackTraceElement[0]));
  }

  /// What was found.
  public Finding finding() {
    return finding;
  }
}
