package dev.wakerobin.tutorial;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.concurrent.atomic.AtomicLong;

/// A future like the one inside, with a counter of polls.
///
/// This is how all futures that are made of others look: they poll what is inside with the context
/// that they were given, so the bell that is kept in there is theirs.
public final class Counted<T> implements Future<T> {
  private final Future<T> inside;
  private final AtomicLong polls;

  /// Counts in that counter, which several futures may share.
  public Counted(Future<T> inside, AtomicLong polls) {
    this.inside = inside;
    this.polls = polls;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    polls.incrementAndGet();
    return inside.poll(context);
  }

  @Override
  public void cancel() {
    inside.cancel();
  }
}
