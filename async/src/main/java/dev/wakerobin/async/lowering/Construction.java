package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/// Writes `new`.
///
/// An object without a constructor run cannot be kept in a field while its arguments are awaited.
/// So it is made when they are there:
///
/// ```
///   new C; dup; arguments; <init>        as the compiler has it
///   new C; pop; arguments; store them; new C; dup; load them; <init>
/// ```
///
/// The first `new` stays, for it initializes the class. In between the object is in the
/// [Simulation], but not on the stack.
final class Construction {
  private final Body body;
  private final Relays relays;
  private final Emitter to;

  Construction(Body body, Relays relays, Emitter to) {
    this.body = body;
    this.relays = relays;
    this.to = to;
  }

  /// What is on the stack in truth.
  List<Type> present(Shape shape) {
    List<Type> present = new ArrayList<>();
    for (Type type : shape.stack()) {
      if (!isAbsent(type)) {
        present.add(type);
      }
    }
    return present;
  }

  private boolean isAbsent(Type type) {
    return type.isFresh() && body.isRebuilt(type.madeAt());
  }

  void writeNew(NewObjectInstruction instruction, int at) {
    if (body.isRebuilt(at)) {
      to.code().with(instruction).pop();
    } else {
      to.making(at);
      to.code().with(instruction);
    }
  }

  /// A `dup` and the like: of absent objects nothing needs to be written.
  void writeStack(StackInstruction instruction, Shape shape, int at) {
    if (instruction.opcode() == Opcode.DUP && isAbsent(shape.peek(0))) {
      return;
    }
    int slots = slotsTouched(instruction.opcode());
    for (int depth = 0; slots > 0; depth++) {
      if (isAbsent(shape.peek(depth))) {
        throw Refusals.unknownCode(body.listing(), at, instruction.opcode() + " of a new object");
      }
      slots -= shape.peek(depth).slots();
    }
    to.code().with(instruction);
  }

  /// An absent object cannot be put into a variable.
  void checkStore(Shape shape, int at) {
    if (isAbsent(shape.peek(0))) {
      throw Refusals.unknownCode(body.listing(), at, "a variable with a new object");
    }
  }

  private static int slotsTouched(Opcode opcode) {
    return switch (opcode) {
      case POP, DUP -> 1;
      case POP2, DUP2, DUP_X1, SWAP -> 2;
      case DUP_X2, DUP2_X1 -> 3;
      default -> 4;
    };
  }

  void writeInit(InvokeInstruction call, Shape shape) {
    int arguments = call.typeSymbol().parameterCount();
    Type receiver = shape.peek(arguments);
    if (!isAbsent(receiver)) {
      to.code().with(call);
      return;
    }
    int copies = 0;
    while (arguments + 1 + copies < shape.stack().size()
        && shape.peek(arguments + 1 + copies).equals(receiver)) {
      copies++;
    }
    CodeBuilder code = to.code();
    if (relays.isNeeded(call)) {
      relays.write(code, call);
      if (copies == 0) {
        code.pop();
      }
    } else {
      rebuild(code, call);
      if (copies == 0) {
        code.pop();
      }
    }
    for (int i = 1; i < copies; i++) {
      code.dup();
    }
  }

  /// Leaves one constructed object.
  private void rebuild(CodeBuilder code, InvokeInstruction call) {
    List<ClassDesc> types = call.typeSymbol().parameterList();
    int slot = body.listing().slots() + Emitter.FIRST;
    int[] slots = new int[types.size()];
    for (int i = types.size() - 1; i >= 0; i--) {
      Type type = Type.of(types.get(i));
      slots[i] = slot;
      code.storeLocal(type.kind(), slot);
      slot += type.slots();
    }
    code.new_(call.owner()).dup();
    for (int i = 0; i < slots.length; i++) {
      code.loadLocal(Type.of(types.get(i)).kind(), slots[i]);
    }
    code.with(call);
  }
}
