package dev.wakerobin.spi;

import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// What the runtime lends to the scheduler that it creates.
public interface SchedulerContext {

  /// How many threads the user asked for, at least 1. One that runs everything on the caller's
  /// thread takes no notice.
  int parallelism();

  /// Makes daemon threads with the runtime's names. The runtime knows its way about such threads,
  /// so they are the quickest to spawn and wake from; a scheduler may still use others.
  ThreadFactory threads();

  /// A place to sleep, one for each loop. To be taken while the scheduler is created, or not at
  /// all: then the runtime starts a thread of its own to watch timers.
  Parker newParker();

  /// A source of randomness, drawn from the runtime's seed; a new one at each call, to be used by
  /// one thread.
  RandomGenerator random();

  /// Where to tell what the scheduler is doing, for timelines.
  WorkerEvents events();

  /// Reports what should not have happened, such as an exception out of [ReadyTask#run()]. It
  /// reaches the user; it does not throw.
  void report(Throwable problem);
}
