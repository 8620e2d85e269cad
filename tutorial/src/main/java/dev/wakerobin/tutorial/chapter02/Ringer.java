package dev.wakerobin.tutorial.chapter02;

import java.time.Duration;

/// Who rings the bell of a [Delay] when its time has come.
@FunctionalInterface
public interface Ringer {

  /// Calls `ring` once that much time has passed, on whatever thread it likes.
  void ringAfter(Duration length, Runnable ring);
}
