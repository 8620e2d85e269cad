package dev.wakerobin.async.lowering;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Set;

/// Instructions and their operands as Java expressions, for [Narration]. Boxing is left out.
final class Expressions {
  private static final Set<String> BOXES =
      Set.of(
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Byte",
          "java/lang/Short");

  private Expressions() {}

  /// A constant as it is written in Java.
  static Term constant(ConstantInstruction instruction) {
    ConstantDesc value = instruction.constantValue();
    if (instruction.opcode() == Opcode.ACONST_NULL || value == ConstantDescs.NULL) {
      return Term.constant("null");
    }
    return switch (value) {
      case String text -> Term.constant(Literals.text(text));
      case Long number -> Term.constant(number + "L");
      case Float number -> Term.constant(Literals.number(number));
      case Double number -> Term.constant(Literals.number(number));
      case ClassDesc type -> Term.constant(type.displayName() + ".class");
      default -> Term.constant(String.valueOf(value));
    };
  }

  /// An operator and its operands.
  static Term operator(OperatorInstruction instruction, Operands stack) {
    return switch (instruction.opcode()) {
      case ARRAYLENGTH -> Term.call(stack.pop().operand() + ".length");
      case INEG, LNEG, FNEG, DNEG -> Term.compound("-" + stack.pop().operand());
      case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> {
        List<Term> sides = stack.pop(2);
        yield Term.comparison(sides.getFirst(), sides.getLast());
      }
      default -> {
        List<Term> sides = stack.pop(2);
        yield Term.compound(
            Term.test(sides.getFirst(), sign(instruction.opcode()), sides.getLast()));
      }
    };
  }

  private static String sign(Opcode opcode) {
    return switch (opcode.name().substring(1)) {
      case "ADD" -> "+";
      case "SUB" -> "-";
      case "MUL" -> "*";
      case "DIV" -> "/";
      case "REM" -> "%";
      case "SHL" -> "<<";
      case "SHR" -> ">>";
      case "USHR" -> ">>>";
      case "AND" -> "&";
      case "OR" -> "|";
      case "XOR" -> "^";
      default -> throw new IllegalArgumentException(opcode + " is no operator with two operands");
    };
  }

  /// The sign of a jump's condition.
  static String condition(Opcode opcode) {
    return switch (opcode) {
      case IFEQ, IF_ICMPEQ, IF_ACMPEQ, IFNULL -> "==";
      case IFNE, IF_ICMPNE, IF_ACMPNE, IFNONNULL -> "!=";
      case IFLT, IF_ICMPLT -> "<";
      case IFGE, IF_ICMPGE -> ">=";
      case IFGT, IF_ICMPGT -> ">";
      case IFLE, IF_ICMPLE -> "<=";
      default -> throw new IllegalArgumentException(opcode + " is no condition");
    };
  }

  /// A field, of an object on the stack or of a class.
  static String field(FieldInstruction field, Operands stack, String self) {
    boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
    String owner = isStatic ? owner(field.owner().asSymbol(), self) : stack.pop().operand() + ".";
    return owner + field.name().stringValue();
  }

  /// A call of a method. A constructor answers what it has made.
  static Term call(InvokeInstruction call, Operands stack, String self) {
    List<Term> arguments = stack.pop(call.typeSymbol().parameterCount());
    String name = call.name().stringValue();
    if (call.opcode() == Opcode.INVOKESTATIC) {
      if (name.equals("valueOf") && isBoxing(call, ClassDesc::isPrimitive)) {
        return arguments.getFirst();
      }
      String owner = owner(call.owner().asSymbol(), self);
      return answer(owner + name + list(arguments), call.typeSymbol().returnType());
    }
    Term receiver = stack.pop();
    if (receiver.isFresh()) {
      String made = "new " + call.owner().asSymbol().displayName() + list(arguments);
      stack.constructed(receiver, Term.call(made));
      return receiver;
    }
    if (name.endsWith("Value") && arguments.isEmpty() && isBox(call)) {
      return receiver;
    }
    return answer(
        receiver.operand() + "." + name + list(arguments), call.typeSymbol().returnType());
  }

  private static boolean isBox(InvokeInstruction call) {
    return BOXES.contains(call.owner().asInternalName());
  }

  private static boolean isBoxing(
      InvokeInstruction call, java.util.function.Predicate<ClassDesc> argument) {
    return isBox(call)
        && call.typeSymbol().parameterCount() == 1
        && argument.test(call.typeSymbol().parameterType(0));
  }

  private static String owner(ClassDesc owner, String self) {
    return owner.displayName().equals(self) ? "" : owner.displayName() + ".";
  }

  private static Term answer(String text, ClassDesc type) {
    return type.equals(ConstantDescs.CD_boolean) ? Term.condition(text) : Term.call(text);
  }

  /// A concatenation, a lambda, or what else is linked when it first runs.
  static Term dynamic(InvokeDynamicInstruction dynamic, Operands stack) {
    List<Term> arguments = stack.pop(dynamic.typeSymbol().parameterCount());
    BootstrapMethodEntry bootstrap = dynamic.invokedynamic().bootstrap();
    List<LoadableConstantEntry> constants = bootstrap.arguments();
    if (dynamic.bootstrapMethod().methodName().equals("makeConcatWithConstants")
        && constants.size() == 1
        && constants.getFirst() instanceof StringEntry recipe) {
      return Term.compound(concatenation(recipe.stringValue(), arguments));
    }
    for (LoadableConstantEntry constant : constants) {
      if (constant instanceof MethodHandleEntry handle) {
        String name = handle.reference().name().stringValue();
        String owner = handle.reference().owner().asSymbol().displayName();
        return Term.call(owner + "::" + name + (arguments.isEmpty() ? "" : list(arguments)));
      }
    }
    return answer(
        dynamic.name().stringValue() + list(arguments), dynamic.typeSymbol().returnType());
  }

  private static String concatenation(String recipe, List<Term> arguments) {
    StringBuilder text = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    int next = 0;
    for (int i = 0; i < recipe.length(); i++) {
      if (recipe.charAt(i) == '\1') {
        append(text, literal);
        text.append(text.isEmpty() ? "" : " + ").append(arguments.get(next++).operand());
      } else {
        literal.append(recipe.charAt(i));
      }
    }
    append(text, literal);
    return text.toString();
  }

  private static void append(StringBuilder text, StringBuilder literal) {
    if (!literal.isEmpty()) {
      text.append(text.isEmpty() ? "" : " + ").append(Literals.text(literal.toString()));
      literal.setLength(0);
    }
  }

  private static String list(List<Term> terms) {
    StringBuilder text = new StringBuilder("(");
    for (Term term : terms) {
      text.append(text.length() == 1 ? "" : ", ").append(term.text());
    }
    return text.append(')').toString();
  }
}
