package dev.wakerobin.async.lowering;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A loop that is entered at one place only.
///
/// @param header the label where each iteration begins
/// @param members what lies on a way from the header back to it
record Loop(int header, BitSet members) {

  /// Whether that element is met in the course of an iteration.
  boolean isAmid(int at) {
    return members.get(at) && at != header;
  }

  /// The loops around an await, the outermost first: those whose code may well be copied.
  static List<Loop> around(AwaitSite site, Body body, Flow flow) {
    List<Loop> loops = new ArrayList<>();
    BitSet within = new BitSet();
    within.set(0, body.listing().size());
    while (true) {
      BitSet round = flow.round(site.at(), within);
      BitSet entries = flow.entries(round);
      if (entries.cardinality() != 1) {
        return loops; // There is no loop, or one that no compiler writes.
      }
      Loop loop = new Loop(entries.nextSetBit(0), round);
      if (loop.hasCommonHeader(body) && !loop.makesBodies(body)) {
        loops.add(loop);
      }
      within = (BitSet) round.clone();
      within.clear(loop.header);
    }
  }

  /// Whether one may jump there from another copy: nothing is under construction.
  private boolean hasCommonHeader(Body body) {
    Shape shape = body.listing().shapeAt(header);
    return shape != null && !body.isUnderConstruction(shape);
  }

  /// Whether there are bodies in it, or other lambdas that can be asked for their code: each copy
  /// of such a lambda has a class of its own, and would be lowered by itself.
  private boolean makesBodies(Body body) {
    return members.stream()
        .mapToObj(body.listing()::element)
        .anyMatch(
            element ->
                element instanceof InvokeDynamicInstruction dynamic
                    && Site.implementation(dynamic).isPresent());
  }
}
