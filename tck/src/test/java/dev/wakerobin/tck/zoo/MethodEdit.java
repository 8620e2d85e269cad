package dev.wakerobin.tck.zoo;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/// One small change to one method of the runtime, made to its bytecode while it is loaded: the bug
/// is in the real class, and the class need not know. All overloads of the method are changed.
final class MethodEdit {

  private final String type;
  private final String method;
  private final Change change;
  private final AtomicInteger made = new AtomicInteger();

  private MethodEdit(String type, String method, Change change) {
    this.type = type;
    this.method = method;
    this.change = change;
  }

  /// Emits what stands in the place of an instruction; false if it has nothing to do with it.
  private interface Change {
    boolean replace(CodeBuilder code, CodeElement element);
  }

  /// Changes nothing.
  static MethodEdit none() {
    return new MethodEdit("", "", (_, _) -> false);
  }

  /// A call is not made; what it would answer is 0, false or null.
  static MethodEdit dropsCall(String type, String method, String callee) {
    return new MethodEdit(type, method, (code, e) -> isCall(e, callee) && skip(code, e, false));
  }

  /// A call is made twice. For calls on `this` without arguments.
  static MethodEdit callsTwice(String type, String method, String callee) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!isCall(element, callee)) {
            return false;
          }
          code.with(element).aload(0).with(element);
          return true;
        });
  }

  /// A call is made and another one of the same type instead.
  static MethodEdit callsInstead(String type, String method, String callee, String other) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!isCall(element, callee)) {
            return false;
          }
          InvokeInstruction call = (InvokeInstruction) element;
          code.invoke(
              call.opcode(), call.owner().asSymbol(), other, call.typeSymbol(), call.isInterface());
          return true;
        });
  }

  /// A call is not made, and its answer is true.
  static MethodEdit takesForTrue(String type, String method, String callee) {
    return new MethodEdit(type, method, (code, e) -> isCall(e, callee) && skip(code, e, true));
  }

  /// A field of this object is taken for false.
  static MethodEdit takesFieldForFalse(String type, String method, String field) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!(element instanceof FieldInstruction get && get.name().equalsString(field))
              || get.opcode() != Opcode.GETFIELD) {
            return false;
          }
          code.pop().iconst_0();
          return true;
        });
  }

  /// A field is not written.
  static MethodEdit doesNotWrite(String type, String method, String field) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!(element instanceof FieldInstruction put && put.name().equalsString(field))
              || put.opcode() != Opcode.PUTFIELD) {
            return false;
          }
          code.pop().pop();
          return true;
        });
  }

  /// One constant of an enum stands where another one should.
  static MethodEdit confuses(String type, String method, String right, String wrong) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!(element instanceof FieldInstruction get && get.name().equalsString(right))) {
            return false;
          }
          code.getstatic(get.owner().asSymbol(), wrong, get.typeSymbol());
          return true;
        });
  }

  /// Where it would answer true it answers false, and the other way round.
  static MethodEdit answersFalseForTrue(String type, String method) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!(element instanceof ConstantInstruction constant
              && constant.constantValue().equals(1))) {
            return false;
          }
          code.iconst_0();
          return true;
        });
  }

  /// Before two longs are compared the second one grows.
  static MethodEdit addsBeforeComparing(String type, String method, long more) {
    return new MethodEdit(
        type,
        method,
        (code, element) -> {
          if (!(element instanceof OperatorInstruction operator
              && operator.opcode() == Opcode.LCMP)) {
            return false;
          }
          code.loadConstant(more).ladd().with(element);
          return true;
        });
  }

  /// A compare-and-set that would change nothing is left out: a look at the field before seemed to
  /// be enough.
  static MethodEdit skipsSettingTheSame(String type, String method) {
    return new MethodEdit(
        type,
        method,
        new Change() {
          private boolean begun;

          @Override
          public boolean replace(CodeBuilder code, CodeElement element) {
            if (begun || !(element instanceof java.lang.classfile.Instruction)) {
              return false;
            }
            begun = true;
            code.aload(1).aload(2).ifThen(Opcode.IF_ACMPEQ, then -> then.iconst_1().ireturn());
            code.with(element);
            return true;
          }
        });
  }

  private static boolean isCall(CodeElement element, String callee) {
    return element instanceof InvokeInstruction call && call.name().equalsString(callee);
  }

  /// Drops arguments and receiver, and leaves an answer if there has to be one.
  private static boolean skip(CodeBuilder code, CodeElement element, boolean answer) {
    InvokeInstruction call = (InvokeInstruction) element;
    MethodTypeDesc signature = call.typeSymbol();
    for (int i = signature.parameterCount() - 1; i >= 0; i--) {
      if (TypeKind.from(signature.parameterType(i)).slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    }
    if (call.opcode() != Opcode.INVOKESTATIC) {
      code.pop();
    }
    ClassDesc result = signature.returnType();
    if (!result.isPrimitive()) {
      code.aconst_null();
    } else if (result.equals(ConstantDescs.CD_boolean) || result.equals(ConstantDescs.CD_int)) {
      code.loadConstant(answer ? 1 : 0);
    }
    return true;
  }

  /// The class with the change, if it is the one.
  byte[] apply(String simpleName, byte[] bytes) {
    if (!simpleName.equals(type)) {
      return bytes;
    }
    ClassFile format = ClassFile.of();
    CodeTransform changing =
        (code, element) -> {
          if (change.replace(code, element)) {
            made.incrementAndGet();
          } else {
            code.with(element);
          }
        };
    byte[] changed =
        format.transformClass(
            format.parse(bytes),
            ClassTransform.transformingMethodBodies(
                candidate -> candidate.methodName().equalsString(method), changing));
    if (made.get() == 0) {
      throw new IllegalStateException(
          "nothing to change in %s.%s: the runtime was rewritten, so rewrite the specimen"
              .formatted(type, method));
    }
    return changed;
  }
}
