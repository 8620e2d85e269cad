package dev.wakerobin.tutorial.chapter02;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.time.Duration;

/// ## First: ring at once
///
/// “Not yet; ask me again right now.” It is correct: each pending has its ring. And it never lets
/// go: the runtime polls it round and round, as a child on the back seat asks whether we are there.
final class BusyDelay implements Future<Unit> {
  private final long deadline;

  BusyDelay(Duration length) {
    deadline = System.nanoTime() + length.toNanos();
  }

  @Override
  public Poll<Unit> poll(Context context) {
    if (System.nanoTime() - deadline >= 0) {
      return Poll.ready();
    }
    context.waker().wake();
    return Poll.pending();
  }
}
