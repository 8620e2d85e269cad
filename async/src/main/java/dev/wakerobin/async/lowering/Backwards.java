package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A set of numbers for each place of a listing, which holds there because of what may come after:
/// the classic backward dataflow, with an edge from every instruction to its exception handlers.
///
/// Sets are kept at labels, and after those elements that one asks for.
final class Backwards {

  /// Turns what holds after an element into what holds before it.
  @FunctionalInterface
  interface Step {
    void apply(int at, BitSet set);
  }

  private record Handler(int from, int to, int place) {}

  private final Listing listing;
  private final Step step;
  private final BitSet asked;
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<Integer, BitSet> atLabels = new HashMap<>();
  private final Map<Integer, BitSet> after = new HashMap<>();

  Backwards(Listing listing, BitSet asked, Step step) {
    this.listing = listing;
    this.asked = asked;
    this.step = step;
    for (ExceptionCatch handler : listing.handlers()) {
      handlers.add(
          new Handler(
              listing.place(handler.tryStart()),
              listing.place(handler.tryEnd()),
              listing.place(handler.handler())));
    }
    boolean changed = true;
    while (changed) {
      changed = pass();
    }
  }

  /// What holds at a label.
  BitSet at(Label label) {
    return at(listing.place(label));
  }

  private BitSet at(int place) {
    BitSet known = atLabels.get(place);
    if (known == null) {
      known = new BitSet();
      atLabels.put(place, known);
    }
    return known;
  }

  /// What holds after an element that was asked for, whether it ends well or throws.
  BitSet after(int at) {
    return Objects.requireNonNull(after.get(at), "a place nobody asked for");
  }

  private boolean pass() {
    boolean changed = false;
    BitSet now = new BitSet();
    for (int at = listing.size() - 1; at >= 0; at--) {
      CodeElement element = listing.element(at);
      if (element instanceof LabelTarget) {
        changed |= !now.equals(atLabels.put(at, (BitSet) now.clone()));
      } else if (element instanceof Instruction instruction) {
        follow(instruction, now);
        BitSet thrown = thrown(at);
        if (asked.get(at)) {
          BitSet all = (BitSet) now.clone();
          all.or(thrown);
          after.put(at, all);
        }
        step.apply(at, now);
        now.or(thrown);
      }
    }
    return changed;
  }

  /// Turns what holds at the next instruction into what holds after this one.
  private void follow(Instruction instruction, BitSet now) {
    if (Jumps.endsHere(instruction)) {
      now.clear();
    }
    for (Label target : Jumps.targets(instruction)) {
      now.or(at(target));
    }
  }

  private BitSet thrown(int at) {
    BitSet all = new BitSet();
    for (Handler handler : handlers) {
      if (handler.from <= at && at < handler.to) {
        all.or(at(handler.place));
      }
    }
    return all;
  }
}
