package dev.wakerobin.scheduler.priority;

import dev.wakerobin.spi.ReadyTask;

/// ## Whose turn is it?
///
/// That is the one question in which schedulers differ most, so it has an interface of its own.
/// Whoever answers it need not think of threads: a line is used by one thread at a time.
public interface Line {

  /// Puts a task at its place.
  void add(ReadyTask task);

  /// Whether there is nobody.
  boolean isEmpty();

  /// Takes out the task whose turn it is. To be called only if there is somebody.
  ReadyTask take();
}
