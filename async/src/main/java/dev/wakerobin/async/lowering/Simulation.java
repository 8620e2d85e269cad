package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/// Runs through a method from top to bottom and knows the types at each element.
///
/// No class is loaded and nothing is merged: wherever paths join, the compiler has written the
/// types down, and in between the code is straight.
final class Simulation {
  private final Listing listing;
  private @Nullable Shape shape;

  Simulation(Listing listing) {
    this.listing = listing;
    this.shape = listing.entry();
  }

  /// Looks up what the compiler says of this element, before it is run.
  void arriveAt(int at) {
    if (listing.element(at) instanceof LabelTarget) {
      Shape written = listing.shapeAt(at);
      if (written != null) {
        shape = written;
      }
    }
  }

  /// Whether the element can be reached.
  boolean isReachable() {
    return shape != null;
  }

  /// The types where we are.
  Shape shape() {
    if (shape == null) {
      throw new IllegalStateException("this code cannot be reached");
    }
    return shape;
  }

  /// Runs one element.
  void run(int at) {
    CodeElement element = listing.element(at);
    if (element instanceof Instruction instruction && shape != null) {
      run(shape, instruction, at);
      if (Jumps.endsHere(instruction)) {
        shape = null;
      }
    }
  }

  private static void run(Shape shape, Instruction instruction, int at) {
    Opcode opcode = instruction.opcode();
    switch (opcode.kind()) {
      case LOAD -> shape.push(shape.local(((LoadInstruction) instruction).slot()));
      case STORE -> shape.store(((StoreInstruction) instruction).slot(), shape.pop());
      case BRANCH -> shape.pop(operandsOfBranch(opcode));
      case LOOKUP_SWITCH, TABLE_SWITCH, THROW_EXCEPTION, MONITOR -> shape.pop(1);
      case RETURN -> shape.pop(opcode == Opcode.RETURN ? 0 : 1);
      case FIELD_ACCESS -> field(shape, (FieldInstruction) instruction);
      case INVOKE -> invoke(shape, (InvokeInstruction) instruction);
      case INVOKE_DYNAMIC -> {
        MethodTypeDesc type = ((InvokeDynamicInstruction) instruction).typeSymbol();
        shape.pop(type.parameterCount());
        shape.push(Type.of(type.returnType()));
      }
      case NEW_OBJECT -> shape.push(Type.fresh(at));
      case NEW_PRIMITIVE_ARRAY, NEW_REF_ARRAY, NEW_MULTI_ARRAY -> array(shape, instruction);
      case TYPE_CHECK -> {
        shape.pop(1);
        TypeCheckInstruction check = (TypeCheckInstruction) instruction;
        shape.push(opcode == Opcode.CHECKCAST ? Type.of(check.type().asSymbol()) : Type.INT);
      }
      case ARRAY_LOAD -> arrayLoad(shape, (ArrayLoadInstruction) instruction);
      case ARRAY_STORE -> shape.pop(3);
      case STACK -> stack(shape, opcode);
      case CONVERT -> {
        shape.pop(1);
        shape.push(Type.basic(((ConvertInstruction) instruction).toType()));
      }
      case OPERATOR -> operator(shape, (OperatorInstruction) instruction);
      case CONSTANT -> shape.push(constant((ConstantInstruction) instruction));
      case INCREMENT, NOP -> {}
      default -> throw new IllegalArgumentException(opcode + " is no longer written by compilers");
    }
  }

  private static int operandsOfBranch(Opcode opcode) {
    return switch (opcode) {
      case GOTO, GOTO_W -> 0;
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> 1;
      default -> 2;
    };
  }

  private static void field(Shape shape, FieldInstruction field) {
    Type type = Type.of(field.typeSymbol());
    switch (field.opcode()) {
      case GETSTATIC -> shape.push(type);
      case PUTSTATIC -> shape.pop(1);
      case GETFIELD -> {
        shape.pop(1);
        shape.push(type);
      }
      default -> shape.pop(2);
    }
  }

  private static void invoke(Shape shape, InvokeInstruction call) {
    MethodTypeDesc type = call.typeSymbol();
    shape.pop(type.parameterCount());
    if (call.opcode() != Opcode.INVOKESTATIC) {
      Type receiver = shape.pop();
      if (receiver.isFresh() && call.name().equalsString(ConstantDescs.INIT_NAME)) {
        shape.constructed(receiver.madeAt(), Type.of(call.owner().asSymbol()));
      }
    }
    shape.push(Type.of(type.returnType()));
  }

  private static void array(Shape shape, Instruction instruction) {
    if (instruction instanceof NewMultiArrayInstruction many) {
      shape.pop(many.dimensions());
      shape.push(Type.of(many.arrayType().asSymbol()));
      return;
    }
    shape.pop(1);
    ClassDesc component =
        instruction instanceof NewReferenceArrayInstruction references
            ? references.componentType().asSymbol()
            : ((NewPrimitiveArrayInstruction) instruction).typeKind().upperBound();
    shape.push(Type.of(component.arrayType()));
  }

  private static void arrayLoad(Shape shape, ArrayLoadInstruction load) {
    shape.pop(1);
    Type array = shape.pop();
    shape.push(load.opcode() == Opcode.AALOAD ? array.element() : Type.basic(load.typeKind()));
  }

  private static void stack(Shape shape, Opcode opcode) {
    switch (opcode) {
      case POP -> shape.takeSlots(1);
      case POP2 -> shape.takeSlots(2);
      case DUP -> shape.duplicate(1, 0);
      case DUP_X1 -> shape.duplicate(1, 1);
      case DUP_X2 -> shape.duplicate(1, 2);
      case DUP2 -> shape.duplicate(2, 0);
      case DUP2_X1 -> shape.duplicate(2, 1);
      case DUP2_X2 -> shape.duplicate(2, 2);
      case SWAP -> shape.swap();
      default -> throw new IllegalArgumentException(opcode.name());
    }
  }

  private static void operator(Shape shape, OperatorInstruction operator) {
    switch (operator.opcode()) {
      case ARRAYLENGTH -> {
        shape.pop(1);
        shape.push(Type.INT);
      }
      case INEG, LNEG, FNEG, DNEG -> {}
      case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> {
        shape.pop(2);
        shape.push(Type.INT);
      }
      default -> {
        shape.pop(2);
        shape.push(Type.basic(operator.typeKind()));
      }
    }
  }

  private static Type constant(ConstantInstruction constant) {
    if (constant.opcode() == Opcode.ACONST_NULL) {
      return Type.NULL;
    }
    if (constant.typeKind() != TypeKind.REFERENCE) {
      return Type.basic(constant.typeKind());
    }
    return Type.of(typeOf(((ConstantInstruction.LoadConstantInstruction) constant)));
  }

  private static ClassDesc typeOf(ConstantInstruction.LoadConstantInstruction load) {
    return switch (load.constantEntry().tag()) {
      case java.lang.classfile.constantpool.PoolEntry.TAG_STRING -> ConstantDescs.CD_String;
      case java.lang.classfile.constantpool.PoolEntry.TAG_CLASS -> ConstantDescs.CD_Class;
      case java.lang.classfile.constantpool.PoolEntry.TAG_METHOD_HANDLE ->
          ConstantDescs.CD_MethodHandle;
      case java.lang.classfile.constantpool.PoolEntry.TAG_METHOD_TYPE ->
          ConstantDescs.CD_MethodType;
      default -> ((ConstantDynamicEntry) load.constantEntry()).typeSymbol();
    };
  }
}
