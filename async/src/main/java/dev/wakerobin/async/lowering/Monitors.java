package dev.wakerobin.async.lowering;

import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.HashMap;
import java.util.Map;

/// How many monitors are held at each place, read from top to bottom.
final class Monitors {
  private final Listing listing;
  private final Map<Integer, Integer> atLabels = new HashMap<>();
  private int held;

  Monitors(Listing listing) {
    this.listing = listing;
  }

  /// How many are held where we are.
  int held() {
    return held;
  }

  /// Goes on to an element.
  void run(int at) {
    if (listing.element(at) instanceof LabelTarget label) {
      Integer known = atLabels.get(at);
      if (known != null) {
        held = known;
      }
      enterTryRanges(label.label());
    } else if (listing.element(at) instanceof Instruction instruction) {
      if (instruction.opcode() == Opcode.MONITORENTER) {
        held++;
      } else if (instruction.opcode() == Opcode.MONITOREXIT) {
        held--;
      }
      note(instruction);
    }
  }

  private void enterTryRanges(Label start) {
    for (ExceptionCatch handler : listing.handlers()) {
      if (listing.place(handler.tryStart()) == listing.place(start)) {
        note(handler.handler());
      }
    }
  }

  private void note(Instruction instruction) {
    if (instruction instanceof BranchInstruction branch) {
      note(branch.target());
    } else if (instruction instanceof TableSwitchInstruction table) {
      note(table.defaultTarget());
      for (SwitchCase one : table.cases()) {
        note(one.target());
      }
    } else if (instruction instanceof LookupSwitchInstruction lookup) {
      note(lookup.defaultTarget());
      for (SwitchCase one : lookup.cases()) {
        note(one.target());
      }
    }
  }

  /// The first who says it is believed: all ways to a label hold the same monitors.
  private void note(Label target) {
    atLabels.putIfAbsent(listing.place(target), held);
  }
}
