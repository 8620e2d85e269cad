package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.List;
import java.util.stream.IntStream;

/// A stream that plays a part: it gives as many items as the part waits for, and waits before each
/// and before its end, unless its part is to have everything at hand.
final class River extends Performer implements Stream<Integer> {
  private final Part part;
  private int given;
  private boolean waited;

  River(int name, Part part) {
    super(name, part);
    this.part = part;
  }

  /// Those it gives before its end.
  static List<Integer> items(int name, Part part) {
    return IntStream.range(0, part.waits()).mapToObj(i -> 100 * name + i).toList();
  }

  @Override
  public Next<Integer> pollNext(Context context) throws Exception {
    boolean atItsEnd = given == part.waits();
    if (!startPoll(context) || (atItsEnd && part.end() == Part.End.NEVER)) {
      return Next.pending();
    }
    if (!waited && !part.atHand()) {
      waited = true;
      waitForRing();
      return Next.pending();
    }
    waited = false;
    if (!atItsEnd) {
      return Next.item(100 * name + given++);
    }
    ended = true;
    if (part.end() == Part.End.THROWS) {
      throw new Broken(name);
    }
    return Next.end();
  }

  @Override
  public void cancel() {
    noteCancel();
  }
}
