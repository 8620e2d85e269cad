package dev.wakerobin.runtime;

import java.util.Optional;

/// Notices tasks that ask again and again instead of waiting to be rung, from the numbers that are
/// kept of them.
final class Spins {
  /// So many polls are not suspicious yet: a task that computes in slices has some.
  private static final long FEW = 1_000;

  private Spins() {}

  /// A sentence about that task, if nine in ten of its many polls ended with it being woken
  /// already.
  static Optional<String> note(TaskCell<?> task) {
    TaskLog log = task.log();
    if (log == null || log.polls() < FEW || log.rewoken() < log.polls() / 10 * 9) {
      return Optional.empty();
    }
    return Optional.of(
        ("%s was woken again during %d of its %d polls: it keeps a thread busy by asking over and over."
                + " A future that is not ready keeps the waker and lets whoever makes it ready ring")
            .formatted(task.id(), log.rewoken(), log.polls()));
  }
}
