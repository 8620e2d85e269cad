package dev.wakerobin.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/// A thread that parks when the test tells it to, and counts how often it came back.
final class Sleeper {
  final EventParker parker;
  final Thread thread;

  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger back = new AtomicInteger();
  private volatile boolean sawInterrupt;

  Sleeper(String name, EventParker parker) {
    this.parker = parker;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    thread.start();
  }

  @SuppressWarnings("InfiniteLoopStatement") // It is a daemon.
  private void run() {
    while (true) {
      int parks = back.get();
      Patience.await(name() + " to be told to park", () -> told.get() > parks);
      parker.park();
      sawInterrupt = Thread.interrupted();
      back.getAndIncrement();
    }
  }

  /// Tells it to park, and does not wait for it.
  void park() {
    told.getAndIncrement();
  }

  /// Tells it to park, and waits until it sleeps. On its way in and out it shows that it is parked,
  /// but runs; and it may come back from an earlier park first.
  void parkAndAwait() {
    Patience.await(
        name() + " to be parked",
        () -> {
          if (isBack()) {
            park();
          }
          return parker.isParked() && sleeps();
        });
  }

  private boolean sleeps() {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  void awaitBack() {
    Patience.await(name() + " to come back from its park", this::isBack);
  }

  boolean isBack() {
    return back.get() == told.get();
  }

  boolean sawInterrupt() {
    return sawInterrupt;
  }

  private String name() {
    return thread.getName();
  }
}
