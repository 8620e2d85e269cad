package dev.wakerobin.benchmarks.contenders;

import org.openjdk.jmh.annotations.Param;

/// The JDK's virtual threads, on its own scheduler as it is.
@SuppressWarnings("NullAway.Init") // JMH sets the parameter.
public class OnVirtualThreads extends Rig {
  /// There is no choice: a JVM has one scheduler for them.
  @Param("MULTI")
  public Threads threads;

  @Override
  void start() {}

  @Override
  void stop() {}
}
