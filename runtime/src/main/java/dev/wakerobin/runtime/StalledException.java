package dev.wakerobin.runtime;

/// Thrown by `blockOn` on a [VirtualClock] when nothing can run any more and the task that it waits
/// for is not done: instead of hanging.
///
/// The message is the report: which tasks sleep since when, what each awaits and where, which tasks
/// wait for one another, and which wakers nobody holds any more.
public final class StalledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StalledException(String report) {
    super(report);
  }
}
