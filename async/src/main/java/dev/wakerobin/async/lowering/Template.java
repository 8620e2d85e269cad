package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/// What a frame has instead of a way to ask lambdas when it is made ahead of time: it takes the
/// place of the lambda itself.
///
/// ```
///   () -> { … }          becomes   Hello$greet$lowered0.of(captured values)
///   async(body)          copies    that frame, which is a template and is never polled
///   async(() -> { … })   becomes   the frame, for it is seen once only
/// ```
///
/// @param interfaces what the lambda implements; none for the frame of an object
/// @param method the name of the method that they want
/// @param types the types under which they want it
record Template(List<ClassDesc> interfaces, String method, Set<MethodTypeDesc> types) {

  /// The name of the method that makes a frame of captured values.
  static final String OF = "of";

  static final Template OF_OBJECT = new Template(List.of(), "run", Set.of());

  private static final MethodTypeDesc MAKING = MethodTypeDesc.of(Names.FUTURE, Names.OBJECT);

  private static final MethodTypeDesc LOOKING_UP =
      MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup);

  /// @param frame the class that is written
  void write(ClassBuilder to, ClassDesc frame, FieldPlan plan, Body body) {
    to.withInterfaceSymbols(interfaces);
    to.withMethodBody(
        OF,
        MethodTypeDesc.of(frame, body.listing().parameters()),
        ClassFile.ACC_STATIC,
        code -> writeOf(code, frame, plan));
    to.withMethodBody("make", MAKING, ClassFile.ACC_PUBLIC, code -> writeMake(code, frame, plan));
    to.withMethodBody(
        "lookup",
        LOOKING_UP,
        ClassFile.ACC_PROTECTED,
        code -> code.invokestatic(ConstantDescs.CD_MethodHandles, "lookup", LOOKING_UP).areturn());
    for (MethodTypeDesc type : types) {
      to.withMethodBody(
          method,
          type,
          ClassFile.ACC_PUBLIC,
          code -> writeRun(code, type, body.awaits().isEmpty()));
    }
  }

  private static void writeNew(CodeBuilder code, ClassDesc frame) {
    code.new_(frame).dup().invokespecial(frame, ConstantDescs.INIT_NAME, Names.NO_ARGUMENTS);
  }

  private static void writeOf(CodeBuilder code, ClassDesc frame, FieldPlan plan) {
    writeNew(code, frame);
    for (FieldPlan.Kept kept : plan.captured()) {
      Variable variable = kept.variable();
      if (variable != null) {
        code.dup().loadLocal(variable.kind(), kept.slot());
        new FrameFields(frame, plan).put(code, variable);
      }
    }
    code.areturn();
  }

  /// Copies what was captured.
  private static void writeMake(CodeBuilder code, ClassDesc frame, FieldPlan plan) {
    code.aload(1).checkcast(frame).astore(1);
    writeNew(code, frame);
    for (FieldPlan.Kept kept : plan.captured()) {
      Variable variable = kept.variable();
      if (variable != null) {
        code.dup().aload(1).getfield(frame, variable.name(), variable.declared());
        new FrameFields(frame, plan).put(code, variable);
      }
    }
    code.areturn();
  }

  /// Somebody calls the body as if it were an ordinary lambda: it may, if nothing awaits in it.
  private static void writeRun(CodeBuilder code, MethodTypeDesc type, boolean awaitsNothing) {
    code.aload(0);
    if (!awaitsNothing) {
      code.invokevirtual(Names.FRAME, "calledAsItStands", MethodTypeDesc.of(Names.THROWABLE))
          .athrow();
      return;
    }
    code.invokevirtual(Names.FRAME, "call", MethodTypeDesc.of(Names.OBJECT));
    if (type.returnType().equals(ConstantDescs.CD_void)) {
      code.pop().return_();
    } else {
      code.checkcast(type.returnType()).areturn();
    }
  }
}
