package dev.wakerobin.tutorial.chapter01;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.io.PrintStream;

/// Counts down, one number a poll, and then is ready with the word `lift-off`.
///
/// All that it knows stands in its fields. That is how a future remembers where it was: `poll`
/// begins from the top each time, and returns each time.
public final class Countdown implements Future<String> {
  private final PrintStream out;
  private int left;

  /// Counts from there.
  public Countdown(int from, PrintStream out) {
    this.left = from;
    this.out = out;
  }

  /// Prints the next number, and says: not done, ask me again.
  ///
  /// The second half of that sentence is the line with the waker. Who polls by hand needs it not; a
  /// runtime asks again only if it is rung. Chapter 2 is about that line.
  @Override
  public Poll<String> poll(Context context) {
    if (left == 0) {
      return Poll.ready("lift-off");
    }
    out.println(left + " ...");
    left--;
    context.waker().wake();
    return Poll.pending();
  }
}
