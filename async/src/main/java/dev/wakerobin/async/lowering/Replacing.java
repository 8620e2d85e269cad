package dev.wakerobin.async.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.function.Function;

/// Has code make frames where it made lambdas. A call of `async` right after that is left out: the
/// frame is the future.
///
/// The compiler's table of types stays valid: it names a body's interface or `Future` where there
/// is a frame now, and to the verifier an interface is as good as any class.
final class Replacing implements CodeTransform {
  private static final String ASYNC = "dev/wakerobin/async/Async";

  private final CodeModel code;
  private final Function<InvokeDynamicInstruction, Optional<MethodTypeDesc>> making;
  private boolean justMade;

  Replacing(CodeModel code, Function<InvokeDynamicInstruction, Optional<MethodTypeDesc>> making) {
    this.code = code;
    this.making = making;
  }

  @Override
  public void accept(CodeBuilder to, CodeElement element) {
    if (element instanceof LineNumber) {
      to.with(element);
      return;
    }
    Optional<MethodTypeDesc> made =
        element instanceof InvokeDynamicInstruction dynamic
            ? making.apply(dynamic)
            : Optional.empty();
    if (made.isPresent()) {
      to.invokestatic(made.get().returnType(), Template.OF, made.get());
    } else if (!(justMade && isAsync(element))) {
      to.with(element);
    }
    justMade = made.isPresent();
  }

  private static boolean isAsync(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.owner().asInternalName().equals(ASYNC)
        && call.name().equalsString("async");
  }

  @Override
  public void atEnd(CodeBuilder to) {
    Optional<StackMapTableAttribute> table =
        ((CodeAttribute) code).findAttribute(Attributes.stackMapTable());
    if (table.isPresent()) {
      to.with(table.get());
    }
  }
}
