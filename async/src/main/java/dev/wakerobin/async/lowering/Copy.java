package dev.wakerobin.async.lowering;

import java.lang.classfile.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One writing of the body's code: the whole, or what may be left of an iteration of a loop.
///
/// A body that is resumed must not jump into the midst of a loop: the JIT compiler optimizes only
/// loops with one way in. So what may come behind an await up to the loop's end is written once
/// more, for who is resumed there; from its end one jumps to the loop's header, as all others do:
///
/// ```
///   whole:  L1: if (i == n) goto L2; value = await…; i++; goto L1; L2: …
///   rest:   value = …; i++; goto L1          // resumed
/// ```
///
/// The rest of an inner loop goes on in the rest of the loop around it, and so in the whole at
/// last.
final class Copy {

  /// Above that length all in all there is the whole only: of methods of more than 8,000 bytes
  /// HotSpot compiles nothing at all.
  private static final int MOST_BYTES = 6_000;

  /// About what an await takes.
  private static final int AWAIT_BYTES = 100;

  private final Body body;
  private final Optional<Copy> outer;
  private final Optional<Loop> loop;
  private final BitSet included = new BitSet();
  private final BitSet resumed = new BitSet();

  private Copy(Body body, Optional<Copy> outer, Optional<Loop> loop) {
    this.body = body;
    this.outer = outer;
    this.loop = loop;
  }

  /// All copies of a body's code: first the whole, and each rest behind that of the loop around.
  static List<Copy> of(Body body) {
    Copy whole = whole(body);
    if (whole.bytes() > MOST_BYTES) {
      return List.of(alone(body));
    }
    Flow flow = new Flow(body.listing());
    Map<Loop, Copy> rests = new LinkedHashMap<>();
    for (AwaitSite site : body.awaits()) {
      Copy home = whole;
      for (Loop loop : Loop.around(site, body, flow)) {
        Copy outer = home;
        home =
            rests.computeIfAbsent(
                loop, one -> new Copy(body, Optional.of(outer), Optional.of(one)));
      }
      home.resumeBehind(site, flow);
    }
    List<Copy> all = new ArrayList<>(List.of(whole));
    all.addAll(rests.values());
    int bytes = all.stream().mapToInt(Copy::bytes).sum();
    return bytes <= MOST_BYTES ? all : List.of(alone(body));
  }

  private static Copy whole(Body body) {
    Copy whole = new Copy(body, Optional.empty(), Optional.empty());
    whole.included.set(0, body.listing().size());
    return whole;
  }

  private static Copy alone(Body body) {
    Copy whole = whole(body);
    whole.resumed.set(1, body.awaits().size() + 1);
    return whole;
  }

  private void resumeBehind(AwaitSite site, Flow flow) {
    resumed.set(site.number());
    if (outer.isPresent()) {
      takeIn(flow.after(site.at()), flow);
    }
  }

  private void takeIn(Collection<Integer> places, Flow flow) {
    Deque<Integer> left = new ArrayDeque<>(places);
    while (!left.isEmpty()) {
      int at = left.pop();
      if (included.get(at)) {
        continue;
      }
      if (isElsewhere(at)) {
        outer.orElseThrow().takeIn(List.of(at), flow);
      } else {
        included.set(at);
        left.addAll(flow.after(at));
      }
    }
  }

  /// Whether one jumps out of this copy to go on there. That takes a label whose types are known,
  /// and nothing under construction, for what `new` makes here is not what it makes there.
  private boolean isElsewhere(int at) {
    Shape shape = body.listing().shapeAt(at);
    return shape != null && !body.isUnderConstruction(shape) && !loop.orElseThrow().isAmid(at);
  }

  private int bytes() {
    int bytes = 0;
    for (int at = included.nextSetBit(0); at >= 0; at = included.nextSetBit(at + 1)) {
      if (body.awaitAt(at).isPresent()) {
        bytes += AWAIT_BYTES;
      } else if (body.listing().element(at) instanceof Instruction instruction) {
        bytes += instruction.sizeInBytes();
      }
    }
    return bytes;
  }

  /// The copy of the code around the loop; none if this is the whole.
  Optional<Copy> outer() {
    return outer;
  }

  boolean includes(int at) {
    return included.get(at);
  }

  /// Whether a body that was suspended at that await goes on here.
  boolean isResumedAt(AwaitSite site) {
    return resumed.get(site.number());
  }
}
