package dev.wakerobin.async.lowering;

import dev.wakerobin.async.Restriction;
import dev.wakerobin.async.lowering.FieldPlan.Kept;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the class of a frame: fields, constructor, `make`, `poll`, and what dumps need.
final class FrameWriter {
  private static final ClassFile WRITER =
      ClassFile.of(StackMapsOption.DROP_STACK_MAPS, ShortJumpsOption.FAIL_ON_SHORT_JUMPS);

  /// Above this length some jump may have to reach further than 32 KiB once it is lowered. It only
  /// saves a vain attempt.
  private static final int FAR_BYTES = 12_000;

  private static final String CAPTURES = "$captures";
  private static final MethodTypeDesc CAPTURED =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final Body body;
  private final HostClass host;
  private final Lambda lambda;
  private final ClassDesc frame;
  private final FieldPlan plan;

  FrameWriter(Body body, Lambda lambda, String frameName) {
    this.body = body;
    this.host = body.listing().host();
    this.lambda = lambda;
    this.frame = ClassDesc.ofInternalName(frameName);
    this.plan = new FieldPlan(body);
  }

  byte[] write() {
    if (body.listing().bytes() < FAR_BYTES) {
      try {
        return write(false);
      } catch (IllegalArgumentException _) {
        // Some jump did not reach, or it is too large altogether: the next attempt tells.
      }
    }
    try {
      return write(true);
    } catch (IllegalArgumentException e) {
      throw tooLarge(e);
    }
  }

  private RuntimeException tooLarge(IllegalArgumentException reason) {
    RuntimeException refusal =
        Restriction.TOO_LARGE.at(
            host.file(), body.awaits().getFirst().line(), SourceNames.function(body.listing()));
    refusal.initCause(reason);
    return refusal;
  }

  private byte[] write(boolean far) {
    return WRITER.build(
        frame,
        to -> {
          to.withVersion(host.model().majorVersion(), host.model().minorVersion())
              .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
              .withSuperclass(Names.FRAME);
          host.model()
              .findAttribute(Attributes.sourceFile())
              .ifPresent(
                  source -> to.with(SourceFileAttribute.of(source.sourceFile().stringValue())));
          for (Variable variable : plan.variables()) {
            to.withField(variable.name(), variable.declared(), 0);
          }
          writeBirth(to);
          writeMake(to);
          to.withMethodBody(
              "poll",
              Names.POLLING,
              ClassFile.ACC_PUBLIC,
              code -> {
                Emitter emitter = new Emitter(code, frame, far);
                Relays relays = new Relays(host, body.access());
                new BodyWriter(body, plan, frame, relays, emitter).write();
              });
          writeForget(to);
          writeScript(to);
        });
  }

  /// The class initializer makes the prototype and presents it; it is given the way to ask a lambda
  /// what it has captured.
  private void writeBirth(ClassBuilder to) {
    to.withField(
        CAPTURES,
        Names.CAPTURES,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    to.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        Names.NO_ARGUMENTS,
        ClassFile.ACC_STATIC,
        code ->
            code.new_(frame)
                .dup()
                .invokespecial(frame, ConstantDescs.INIT_NAME, Names.NO_ARGUMENTS)
                .invokestatic(
                    Names.FRAME, "present", MethodTypeDesc.of(Names.CAPTURES, Names.FRAME))
                .putstatic(frame, CAPTURES, Names.CAPTURES)
                .return_());
    to.withMethodBody(
        ConstantDescs.INIT_NAME,
        Names.NO_ARGUMENTS,
        ClassFile.ACC_PRIVATE,
        code ->
            code.aload(0)
                .invokespecial(Names.FRAME, ConstantDescs.INIT_NAME, Names.NO_ARGUMENTS)
                .return_());
  }

  private void writeMake(ClassBuilder to) {
    to.withMethodBody(
        "make",
        MethodTypeDesc.of(Names.FUTURE, Names.OBJECT),
        ClassFile.ACC_PUBLIC,
        code -> {
          List<ClassDesc> parameters = body.listing().parameters();
          boolean asks = lambda == Lambda.LAMBDA && !parameters.isEmpty();
          if (asks) {
            code.getstatic(frame, CAPTURES, Names.CAPTURES)
                .aload(1)
                .invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", CAPTURED)
                .checkcast(Names.LAMBDA)
                .astore(1);
          }
          code.new_(frame)
              .dup()
              .invokespecial(frame, ConstantDescs.INIT_NAME, Names.NO_ARGUMENTS)
              .astore(2);
          for (int i = 0; i < parameters.size(); i++) {
            takeCaptured(code, i, parameters.get(i), asks);
          }
          code.aload(2).areturn();
        });
  }

  private void takeCaptured(CodeBuilder code, int i, ClassDesc declared, boolean asks) {
    Kept kept = plan.captured().get(i);
    Variable variable = kept.variable();
    if (variable == null) {
      return;
    }
    code.aload(2).aload(1);
    if (asks) {
      code.loadConstant(i)
          .invokevirtual(
              Names.LAMBDA,
              "getCapturedArg",
              MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int));
    }
    Boxes.unbox(code, declared);
    new FrameFields(frame, plan).put(code, variable);
  }

  private void writeForget(ClassBuilder to) {
    to.withMethodBody(
        "forget",
        Names.NO_ARGUMENTS,
        ClassFile.ACC_PROTECTED,
        code -> {
          FrameFields fields = new FrameFields(frame, plan);
          for (Variable variable : plan.variables()) {
            if (variable.isReference()) {
              fields.clear(code, variable);
            }
          }
          fields.putAwaiting(code.aload(0).aconst_null());
          code.return_();
        });
  }

  private void writeScript(ClassBuilder to) {
    List<String> lines = new ArrayList<>();
    for (AwaitSite site : body.awaits()) {
      lines.add(Integer.toString(site.line()));
    }
    String script =
        host.file()
            + "|"
            + host.name().replace('/', '.')
            + "|"
            + SourceNames.method(body.listing())
            + "|"
            + lines.stream().collect(Collectors.joining(","));
    to.withMethodBody(
        "script",
        MethodTypeDesc.of(ConstantDescs.CD_String),
        ClassFile.ACC_PROTECTED,
        code -> code.loadConstant(script).areturn());
  }
}
