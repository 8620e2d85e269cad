package dev.wakerobin.async.lowering;

import dev.wakerobin.Future;
import dev.wakerobin.async.Async;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Turns every call in a class into one that is awaited: `await(call$3(…))`, see [AwaitedCalls].
///
/// Classes older than Java 8 become such of Java 8, for there interfaces may have methods of ours,
/// and every method gets a table of types.
final class EveryCallAwaits {
  private static final ClassDesc ASYNC = Async.class.describeConstable().orElseThrow();
  private static final ClassDesc FUTURE = Future.class.describeConstable().orElseThrow();

  private static final ClassDesc DRIVER = Driver.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc KEEPING =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassFile files;
  private final ClassModel model;
  private final AwaitedCalls calls;

  EveryCallAwaits(ClassFile files, ClassModel model, AwaitedCalls calls) {
    this.files = files;
    this.model = model;
    this.calls = calls;
  }

  /// The class with another method beside each, which does the same and awaits: it answers an
  /// object where the other answers one of a class. No body may answer null: see [Driver#kept].
  byte[] withAwaitingMethods() {
    ClassTransform adding = this::add;
    return files.transformClass(
        model,
        adding
            .andThen(EveryCallAwaits::raiseVersion)
            .andThen(ClassTransform.endHandler(calls::addTo)));
  }

  /// The name of the other method: with a number, for a bridge method may bear the same name.
  String name(MethodModel method) {
    return method.methodName().stringValue() + "$awaiting" + model.methods().indexOf(method);
  }

  static MethodTypeDesc type(MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    return type.returnType().isPrimitive() ? type : type.changeReturnType(ConstantDescs.CD_Object);
  }

  /// Whether a method can be lowered at all: it has code, and makes no object or class.
  static boolean isOrdinary(MethodModel method) {
    return method.code().isPresent() && !method.methodName().stringValue().startsWith("<");
  }

  private void add(ClassBuilder to, ClassElement element) {
    to.with(element);
    if (element instanceof MethodModel method && isOrdinary(method)) {
      CodeModel code = method.code().orElseThrow();
      to.withMethod(
          name(method),
          type(method),
          method.flags().flagsMask(),
          made -> made.transformCode(code, this::rewrite));
    }
  }

  private void rewrite(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call && AwaitedCalls.isAwaited(call)) {
      calls.write(code, call);
      await(code, call.typeSymbol().returnType());
    } else if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
      code.invokestatic(DRIVER, "kept", KEEPING).areturn();
    } else {
      code.with(element);
    }
  }

  static void raiseVersion(ClassBuilder to, ClassElement element) {
    if (element instanceof ClassFileVersion version
        && version.majorVersion() < ClassFile.JAVA_8_VERSION) {
      to.withVersion(ClassFile.JAVA_8_VERSION, 0);
    } else {
      to.with(element);
    }
  }

  private static void await(CodeBuilder code, ClassDesc type) {
    code.invokestatic(ASYNC, "await", MethodTypeDesc.of(ConstantDescs.CD_Object, FUTURE));
    if (TypeKind.from(type) == TypeKind.VOID) {
      code.pop();
    } else {
      code.invokestatic(DRIVER, "taken", KEEPING);
      Boxes.unbox(code, type);
    }
  }
}
