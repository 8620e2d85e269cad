package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// A future that plays a part. Its value is its name.
final class Actor extends Performer implements Future<Integer> {
  private final Part part;
  private int waits;

  Actor(int name, Part part) {
    super(name, part);
    this.part = part;
    this.waits = part.waits();
  }

  @Override
  public Poll<Integer> poll(Context context) throws Exception {
    if (!startPoll(context) || (part.end() == Part.End.NEVER && waits == 0)) {
      return Poll.pending();
    }
    if (waits > 0) {
      waits--;
      waitForRing();
      return Poll.pending();
    }
    ended = true;
    if (part.end() == Part.End.THROWS) {
      throw new Broken(name);
    }
    return Poll.ready(name);
  }

  @Override
  public void cancel() {
    noteCancel();
  }
}
