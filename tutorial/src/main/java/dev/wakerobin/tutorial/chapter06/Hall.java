package dev.wakerobin.tutorial.chapter06;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// ## A hall of sleepers
///
/// Each comes in, sleeps, and leaves. The hall counts who is in it, and remembers the threads that
/// came by.
final class Hall {
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  Future<Unit> sleeper(Duration length) {
    return async(
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          threads.add(Thread.currentThread());
          await(Tasks.sleep(length));
          threads.add(Thread.currentThread());
          inside.decrementAndGet();
        });
  }

  /// How many were in it at the same time.
  int most() {
    return most.get();
  }

  /// How many threads ran them.
  int threads() {
    return threads.size();
  }
}
