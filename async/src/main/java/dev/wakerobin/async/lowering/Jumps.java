package dev.wakerobin.async.lowering;

import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;

/// Where an instruction goes on.
final class Jumps {
  private Jumps() {}

  /// Where it may jump to.
  static List<Label> targets(Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction branch -> List.of(branch.target());
      case TableSwitchInstruction table -> targets(table.defaultTarget(), table.cases());
      case LookupSwitchInstruction lookup -> targets(lookup.defaultTarget(), lookup.cases());
      default -> List.of();
    };
  }

  private static List<Label> targets(Label otherwise, List<SwitchCase> cases) {
    List<Label> targets = new ArrayList<>(List.of(otherwise));
    for (SwitchCase one : cases) {
      targets.add(one.target());
    }
    return targets;
  }

  /// Whether it never goes on with the next instruction.
  static boolean endsHere(Instruction instruction) {
    return switch (instruction.opcode().kind()) {
      case RETURN, THROW_EXCEPTION, LOOKUP_SWITCH, TABLE_SWITCH -> true;
      case BRANCH -> isGoto(instruction.opcode());
      default -> false;
    };
  }

  static boolean isGoto(Opcode opcode) {
    return opcode == Opcode.GOTO || opcode == Opcode.GOTO_W;
  }
}
