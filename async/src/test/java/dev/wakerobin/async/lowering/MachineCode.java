package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the class file of a frame: what its `poll` does, told from its instructions alone.
final class MachineCode {
  private final ClassModel frame;
  private final List<CodeElement> elements = new ArrayList<>();
  private final Map<Label, Integer> places = new HashMap<>();
  private final List<Integer> polls = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>(); // Of the awaits, by their polls.
  private final List<ExceptionCatch> handlers;
  private final Facts facts = new Facts();

  private MachineCode(byte[] classFile) {
    this.frame = ClassFile.of().parse(classFile);
    CodeModel code =
        frame.methods().stream()
            .filter(method -> method.methodName().equalsString("poll"))
            .findFirst()
            .flatMap(method -> method.code())
            .orElseThrow();
    this.handlers = code.exceptionHandlers();
    for (CodeElement element : code) {
      if (element instanceof LabelTarget target) {
        places.put(target.label(), elements.size());
      } else if (isCall(element, "dev/wakerobin/Future", "poll")) {
        polls.add(elements.size());
      }
      elements.add(element);
    }
  }

  static Facts read(byte[] classFile) {
    MachineCode machine = new MachineCode(classFile);
    machine.findFacts();
    return machine.facts;
  }

  private static boolean isCall(CodeElement element, String owner, String name) {
    return element instanceof InvokeInstruction call
        && call.owner().asInternalName().equals(owner)
        && call.name().equalsString(name);
  }

  private void findFacts() {
    TableSwitchInstruction dispatch =
        (TableSwitchInstruction)
            elements.stream()
                .filter(TableSwitchInstruction.class::isInstance)
                .findFirst()
                .orElseThrow();
    for (SwitchCase one : dispatch.cases()) {
      if (one.caseValue() > 0) {
        numbers.put(resumingPoll(one), one.caseValue());
      }
    }
    for (int poll : polls) {
      numbers.computeIfAbsent(poll, at -> stateSet(pendingBlock(at)));
    }
    for (SwitchCase one : dispatch.cases()) {
      int number = one.caseValue();
      if (number == 0) {
        facts.next().put(0, next(place(one.target())));
      } else {
        findFacts(number, resumingPoll(one));
        facts.restored().put(number, fields(Opcode.GETFIELD, place(one.target())));
      }
    }
  }

  /// The loop's code may be there several times, and so may the await: all say the same.
  private void findFacts(int number, int resumes) {
    Set<String> next = next(resumes + 1);
    facts.next().put(number, next);
    for (int at : polls) {
      if (at != resumes && numbers.get(at) == number) {
        check("it goes on elsewhere", number, next, next(at + 1));
        check("handlers", number, facts.handlers().put(number, handlers(at)), handlers(at));
        check("line", number, facts.lines().put(number, line(at)), line(at));
        Set<String> saved = fields(Opcode.PUTFIELD, pendingBlock(at));
        check("saved", number, facts.saved().put(number, saved), saved);
      }
    }
  }

  private static void check(String what, int number, @Nullable Object before, Object now) {
    if (before != null && !before.equals(now)) {
      throw new AssertionError("await " + number + ", " + what + ": " + before + ", " + now);
    }
  }

  /// The poll of what a suspended body awaits.
  private int resumingPoll(SwitchCase one) {
    int from = place(one.target());
    return polls.stream().filter(at -> at > from).findFirst().orElseThrow();
  }

  /// The number that a block writes into the state.
  private int stateSet(int from) {
    int at = from;
    while (!(elements.get(at) instanceof FieldInstruction field
        && field.opcode() == Opcode.PUTFIELD
        && field.name().equalsString("state"))) {
      at++;
    }
    return (Integer) ((ConstantInstruction) elements.get(at - 1)).constantValue();
  }

  private int place(Label label) {
    return places.get(label);
  }

  /// Where it goes on if that poll is pending: the next jump tests that.
  private int pendingBlock(int poll) {
    for (int at = poll; ; at++) {
      if (elements.get(at) instanceof BranchInstruction branch) {
        return branch.opcode() == Opcode.IFEQ
            ? place(branch.target())
            : place(((BranchInstruction) elements.get(at + 1)).target()); // It is far away.
      }
    }
  }

  /// The fields of the frame used in a block, which ends with a return, or with a jump back into
  /// the body.
  private Set<String> fields(Opcode use, int from) {
    Set<String> names = new TreeSet<>();
    int readies = 0;
    for (int at = from; ; at++) {
      if (elements.get(at) instanceof FieldInstruction field
          && field.opcode() == use
          && field.owner().equals(frame.thisClass())) {
        names.add(field.name().stringValue());
      }
      Opcode opcode = elements.get(at) instanceof Instruction i ? i.opcode() : Opcode.NOP;
      readies += isCall(elements.get(at), "dev/wakerobin/Poll$Ready", "value") ? 1 : 0;
      boolean ends = use == Opcode.PUTFIELD ? opcode == Opcode.ARETURN : readies > 0 && leaves(at);
      if (ends) {
        return names;
      }
    }
  }

  /// Whether it is a jump back into the body, which stands before all blocks.
  private boolean leaves(int at) {
    return elements.get(at) instanceof BranchInstruction branch
        && Jumps.isGoto(branch.opcode())
        && place(branch.target()) < at;
  }

  /// All but ours: the outermost, and those around a poll when a body is resumed.
  private List<String> handlers(int at) {
    List<String> types = new ArrayList<>();
    for (ExceptionCatch handler : handlers.subList(0, handlers.size() - 1)) {
      if (place(handler.tryStart()) <= at && at < place(handler.tryEnd())) {
        types.add(handler.catchType().map(MachineCode::name).orElse("Throwable"));
      }
    }
    return types;
  }

  private static String name(ClassEntry type) {
    return type.asSymbol().displayName();
  }

  private int line(int at) {
    for (int i = at; i >= 0; i--) {
      if (elements.get(i) instanceof LineNumber line) {
        return line.line();
      }
    }
    return 0;
  }

  /// Follows every way from an instruction on, until something happens; that a poll is pending, and
  /// that a cancel is under way, are no ways here.
  private Set<String> next(int from) {
    Set<String> found = new TreeSet<>();
    BitSet seen = new BitSet();
    Deque<Integer> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      int at = left.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      CodeElement element = elements.get(at);
      if (numbers.containsKey(at)) {
        found.add("await " + numbers.get(at));
      } else if (isCall(element, "dev/wakerobin/Poll", "ready")) {
        found.add("return");
      } else if (element instanceof Instruction i && i.opcode() == Opcode.ATHROW) {
        found.add("throw");
      } else if (!isNoWay(element)) {
        left.addAll(successors(at, element));
      }
    }
    return found;
  }

  private boolean isNoWay(CodeElement element) {
    return isCall(element, "dev/wakerobin/Poll", "pending")
        || isCall(element, frame.thisClass().asInternalName(), "refuse")
        || isCall(element, "dev/wakerobin/async/Frame", "refuse");
  }

  private List<Integer> successors(int at, CodeElement element) {
    return switch (element) {
      case BranchInstruction branch when Jumps.isGoto(branch.opcode()) ->
          List.of(place(branch.target()));
      case BranchInstruction branch when isTestOfFailure(at, branch) -> List.of(at + 1);
      case BranchInstruction branch -> List.of(at + 1, place(branch.target()));
      case TableSwitchInstruction table -> targets(table.defaultTarget(), table.cases());
      case LookupSwitchInstruction lookup -> targets(lookup.defaultTarget(), lookup.cases());
      default -> List.of(at + 1);
    };
  }

  /// That the awaited future has failed is no way either: handlers are compared by themselves.
  private boolean isTestOfFailure(int at, BranchInstruction branch) {
    return branch.opcode() == Opcode.IFNONNULL
        && elements.get(at - 2) instanceof LoadInstruction load
        && load.slot() == Emitter.FAILURE;
  }

  private List<Integer> targets(Label otherwise, List<SwitchCase> cases) {
    List<Integer> targets = new ArrayList<>(List.of(place(otherwise)));
    cases.forEach(one -> targets.add(place(one.target())));
    return targets;
  }
}
