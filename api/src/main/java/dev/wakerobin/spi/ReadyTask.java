package dev.wakerobin.spi;

import dev.wakerobin.TaskId;

/// A task that has been handed over to the scheduler: run it once, on a thread of your choice.
///
/// While it runs it may well be handed over again, even before `run` returns; that counts as the
/// next hand-over.
public interface ReadyTask extends Runnable {

  /// Which task this is.
  TaskId id();

  /// Polls the task's future once, and never throws. Running a task that was not handed over, or
  /// twice, is refused and reported as a broken rule of the scheduler.
  @Override
  void run();
}
