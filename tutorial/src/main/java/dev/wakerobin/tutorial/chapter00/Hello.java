package dev.wakerobin.tutorial.chapter00;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.io.PrintStream;
import java.time.Duration;

/// Says hello, sleeps for 20 ms, says good-bye.
///
/// A [Future] is anything that can be *polled*: asked whether it is done. This one is not done the
/// first time, so it answers pending and returns. It does not wait: nothing in `poll` ever does.
final class Hello implements Future<Unit> {
  private final PrintStream out;
  private final Future<Unit> nap = Tasks.sleep(Duration.ofMillis(20));
  private boolean greeted;

  Hello(PrintStream out) {
    this.out = out;
  }

  /// What to do when polled: go on as far as possible, then say how far that was.
  ///
  /// The nap is a future too, so we poll it in our turn. If it is pending, so are we. It has kept
  /// the *waker* out of the context, a bell that it rings when the time has come; then we are
  /// polled again.
  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    if (!greeted) {
      greeted = true;
      out.println("hello");
    }
    if (!nap.poll(context).isReady()) {
      return Poll.pending();
    }
    out.println("good-bye");
    return Poll.ready();
  }
}
