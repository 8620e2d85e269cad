package dev.wakerobin.async.lowering;

import dev.wakerobin.Future;
import dev.wakerobin.async.Async;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Turns every call in a class into one whose result is awaited: `await(later(call))`.
final class EveryCallAwaits {
  private static final ClassDesc ASYNC = Async.class.describeConstable().orElseThrow();
  private static final ClassDesc FUTURE = Future.class.describeConstable().orElseThrow();

  private final ClassFile files;
  private final ClassDesc later;
  private int awaits;

  /// @param later a class with a method `static Future later(Object)`
  EveryCallAwaits(ClassLoader relatives, ClassDesc later) {
    this.files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(relatives)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    this.later = later;
  }

  /// How many there are in all classes so far.
  int awaits() {
    return awaits;
  }

  byte[] in(byte[] classFile) {
    ClassModel model = files.parse(classFile);
    CodeTransform calls =
        (code, element) -> {
          code.with(element);
          if (isCall(element)) {
            awaits++;
            await(code, ((InvokeInstruction) element).typeSymbol().returnType());
          }
        };
    return files.transformClass(
        model,
        ClassTransform.transformingMethodBodies(
            method -> !method.methodName().stringValue().startsWith("<"), calls));
  }

  private static boolean isCall(CodeElement element) {
    return element instanceof InvokeInstruction call
        && !call.name().equalsString(ConstantDescs.INIT_NAME);
  }

  private void await(CodeBuilder code, ClassDesc type) {
    TypeKind kind = TypeKind.from(type);
    if (kind == TypeKind.VOID) {
      code.aconst_null();
    } else {
      Boxes.box(code, type);
    }
    code.invokestatic(later, "later", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Object))
        .invokestatic(ASYNC, "await", MethodTypeDesc.of(ConstantDescs.CD_Object, FUTURE));
    if (kind == TypeKind.VOID) {
      code.pop();
    } else {
      Boxes.unbox(code, type);
    }
  }
}
