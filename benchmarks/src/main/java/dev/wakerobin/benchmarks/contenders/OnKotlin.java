package dev.wakerobin.benchmarks.contenders;

import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.Dispatchers;
import org.openjdk.jmh.annotations.Param;

/// kotlinx.coroutines: the event loop of `runBlocking` on one thread, `Dispatchers.Default` on two.
@SuppressWarnings("NullAway.Init") // JMH sets the parameter, and start() the rest.
public class OnKotlin extends Rig {
  static {
    // Read once, when the dispatcher is made. Otherwise it has a thread for each processor.
    System.setProperty(
        "kotlinx.coroutines.default.parallelism", Integer.toString(Threads.MULTI.count()));
  }

  /// Which dispatcher.
  @Param({"SINGLE", "MULTI"})
  public Threads threads;

  private CoroutineContext dispatcher;

  @Override
  void start() {
    dispatcher =
        threads == Threads.SINGLE ? EmptyCoroutineContext.INSTANCE : Dispatchers.getDefault();
  }

  @Override
  void stop() {}

  /// `runBlocking(dispatcher) { … }`: waits for the coroutine and all that it launched.
  public void runBlocking(Coroutine body) throws InterruptedException {
    BuildersKt.<Object>runBlocking(dispatcher, body);
  }
}
