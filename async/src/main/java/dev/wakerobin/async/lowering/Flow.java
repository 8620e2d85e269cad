package dev.wakerobin.async.lowering;

import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Where the code of a listing may go on after each element, and where it may come from: the next
/// element, the targets of a jump, the handlers of what is thrown.
final class Flow {
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();

  Flow(Listing listing) {
    for (int at = 0; at < listing.size(); at++) {
      after.add(new ArrayList<>());
      before.add(new ArrayList<>());
    }
    for (int at = 0; at < listing.size(); at++) {
      boolean ends = false;
      if (listing.element(at) instanceof Instruction instruction) {
        ends = Jumps.endsHere(instruction);
        for (Label target : Jumps.targets(instruction)) {
          connect(at, listing.place(target));
        }
        connectHandlers(listing, at);
      }
      if (!ends && at + 1 < listing.size()) {
        connect(at, at + 1);
      }
    }
  }

  private void connectHandlers(Listing listing, int at) {
    for (ExceptionCatch handler : listing.handlers()) {
      if (listing.covers(handler, at)) {
        connect(at, listing.place(handler.handler()));
      }
    }
  }

  private void connect(int from, int to) {
    after.get(from).add(to);
    before.get(to).add(from);
  }

  /// Where it may go on after an element.
  List<Integer> after(int at) {
    return after.get(at);
  }

  /// All elements that one comes by on some way from this one back to it, itself among them; none
  /// if there is no such way.
  ///
  /// @param within the elements that the way may touch
  BitSet round(int at, BitSet within) {
    BitSet round = reachable(at, within, after);
    round.and(reachable(at, within, before));
    return round.get(at) ? round : new BitSet();
  }

  private static BitSet reachable(int from, BitSet within, List<List<Integer>> edges) {
    BitSet reached = new BitSet();
    Deque<Integer> left = new ArrayDeque<>(edges.get(from));
    while (!left.isEmpty()) {
      int at = left.pop();
      if (within.get(at) && !reached.get(at)) {
        reached.set(at);
        left.addAll(edges.get(at));
      }
    }
    return reached;
  }

  /// The elements of a set that can be reached from outside.
  BitSet entries(BitSet set) {
    BitSet entries = new BitSet();
    for (int at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
      if (at == 0) {
        entries.set(at);
      }
      for (int from : before.get(at)) {
        if (!set.get(from)) {
          entries.set(at);
        }
      }
    }
    return entries;
  }
}
