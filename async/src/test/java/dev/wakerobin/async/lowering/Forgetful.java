package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;

/// Weakens frames on purpose, to show that a check can fail: references are not saved when a body
/// is suspended.
public final class Forgetful {

  private Forgetful() {}

  /// The same frame, forgetful.
  public static byte[] weaken(byte[] frame) {
    ClassFile files = ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
    ClassModel model = files.parse(frame);
    return files.transformClass(
        model,
        ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString("poll"),
            (code, element) -> weaken(model, code, element)));
  }

  private static void weaken(ClassModel model, CodeBuilder code, CodeElement element) {
    if (element instanceof FieldInstruction field
        && field.opcode() == Opcode.PUTFIELD
        && field.owner().equals(model.thisClass())
        && !field.typeSymbol().isPrimitive()) {
      code.pop2();
    } else {
      code.with(element);
    }
  }
}
