package dev.wakerobin.async.lowering;

import dev.wakerobin.async.Restriction;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes the class of a frame: fields, constructor, `make`, `poll`, and what dumps need.
final class FrameWriter {
  private static final ClassFile WRITER =
      ClassFile.of(StackMapsOption.DROP_STACK_MAPS, ShortJumpsOption.FAIL_ON_SHORT_JUMPS);

  /// Above this length some jump may have to reach further than 32 KiB once it is lowered. It only
  /// saves a vain attempt.
  private static final int FAR_BYTES = 12_000;

  /// Below this length the code cannot have become too large, and a failure is an error of ours.
  private static final int SURELY_SMALL = 1_000;

  private static final String CAPTURES = "$captures";
  private static final MethodTypeDesc ASKING = MethodTypeDesc.of(Names.OBJECT, Names.OBJECT);
  private static final MethodTypeDesc CAPTURED =
      MethodTypeDesc.of(Names.OBJECT, ConstantDescs.CD_int);
  private static final MethodTypeDesc MAKING = MethodTypeDesc.of(Names.FUTURE, Names.OBJECT);
  private static final MethodTypeDesc SCRIPT = MethodTypeDesc.of(ConstantDescs.CD_String);

  private final Body body;
  private final HostClass host;
  private final Lambda lambda;
  private final ClassDesc frame;
  private final FieldPlan plan;
  private final @Nullable Template template;

  FrameWriter(Body body, Lambda lambda, String frameName) {
    this(body, lambda, null, frameName);
  }

  /// A frame that is made ahead of time.
  FrameWriter(Body body, Template template, String frameName) {
    this(body, Lambda.OBJECT, template, frameName);
  }

  private FrameWriter(Body body, Lambda lambda, @Nullable Template template, String frameName) {
    this.body = body;
    this.host = body.listing().host();
    this.lambda = lambda;
    this.template = template;
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
      if (body.listing().bytes() + body.awaits().size() < SURELY_SMALL) {
        throw e;
      }
      throw Restriction.TOO_LARGE.at(
          host.file(), body.awaits().getFirst().line(), SourceNames.function(body.listing()));
    }
  }

  private byte[] write(boolean far) {
    return WRITER.build(frame, new Contents(far));
  }

  /// The methods of a frame; a class and no lambdas, for linking a lambda takes longer than writing
  /// a method.
  private enum Part {
    CLASS_INITIALIZER,
    CONSTRUCTOR,
    MAKE,
    POLL,
    FORGET,
    SCRIPT
  }

  private final class Contents implements Consumer<ClassBuilder> {
    private final boolean far;

    Contents(boolean far) {
      this.far = far;
    }

    @Override
    public void accept(ClassBuilder to) {
      to.withVersion(host.model().majorVersion(), host.model().minorVersion())
          .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
          .withSuperclass(Names.FRAME)
          .with(SourceFileAttribute.of(host.file()));
      for (Variable variable : plan.variables()) {
        to.withField(variable.name(), variable.declared(), 0);
      }
      if (template == null) {
        int hidden = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
        to.withField(CAPTURES, Names.CAPTURES, hidden);
        write(to, "<clinit>", Names.NO_ARGUMENTS, ClassFile.ACC_STATIC, Part.CLASS_INITIALIZER);
        write(to, "make", MAKING, ClassFile.ACC_PUBLIC, Part.MAKE);
      } else {
        template.write(to, frame, plan, body);
      }
      write(to, "<init>", Names.NO_ARGUMENTS, ClassFile.ACC_PRIVATE, Part.CONSTRUCTOR);
      write(to, "poll", Names.POLLING, ClassFile.ACC_PUBLIC, Part.POLL);
      write(to, "forget", Names.NO_ARGUMENTS, ClassFile.ACC_PROTECTED, Part.FORGET);
      write(to, "script", SCRIPT, ClassFile.ACC_PROTECTED, Part.SCRIPT);
    }

    private void write(ClassBuilder to, String name, MethodTypeDesc type, int flags, Part part) {
      to.withMethodBody(name, type, flags, new Code(part, far));
    }
  }

  private final class Code implements Consumer<CodeBuilder> {
    private final Part part;
    private final boolean far;

    Code(Part part, boolean far) {
      this.part = part;
      this.far = far;
    }

    @Override
    public void accept(CodeBuilder code) {
      switch (part) {
        case CLASS_INITIALIZER -> writeClassInitializer(code);
        case CONSTRUCTOR -> construct(code.aload(0), Names.FRAME).return_();
        case MAKE -> writeMake(code);
        case POLL -> {
          Relays relays = new Relays(host, body.access());
          FrameFields fields = new FrameFields(frame, plan);
          new BodyWriter(body, plan, fields, relays, new Emitter(code, frame, far)).write();
        }
        case FORGET -> writeForget(code);
        case SCRIPT -> code.loadConstant(new ScriptText(body, plan).write()).areturn();
      }
    }
  }

  private static CodeBuilder construct(CodeBuilder code, ClassDesc type) {
    return code.invokespecial(type, ConstantDescs.INIT_NAME, Names.NO_ARGUMENTS);
  }

  /// Makes the prototype and presents it; what comes back is the way to ask a lambda what it has
  /// captured.
  private void writeClassInitializer(CodeBuilder code) {
    construct(code.new_(frame).dup(), frame)
        .invokestatic(Names.FRAME, "present", MethodTypeDesc.of(Names.CAPTURES, Names.FRAME))
        .putstatic(frame, CAPTURES, Names.CAPTURES)
        .return_();
  }

  private void writeMake(CodeBuilder code) {
    List<ClassDesc> parameters = body.listing().parameters();
    boolean asks = lambda == Lambda.LAMBDA && !parameters.isEmpty();
    if (asks) {
      code.getstatic(frame, CAPTURES, Names.CAPTURES)
          .aload(1)
          .invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", ASKING)
          .checkcast(Names.LAMBDA)
          .astore(1);
    }
    construct(code.new_(frame).dup(), frame).astore(2);
    for (int i = 0; i < parameters.size(); i++) {
      takeCaptured(code, i, parameters.get(i), asks);
    }
    code.aload(2).areturn();
  }

  private void takeCaptured(CodeBuilder code, int i, ClassDesc declared, boolean asks) {
    Variable variable = plan.captured().get(i).variable();
    if (variable == null) {
      return;
    }
    code.aload(2).aload(1);
    if (asks) {
      code.loadConstant(i).invokevirtual(Names.LAMBDA, "getCapturedArg", CAPTURED);
    }
    Boxes.unbox(code, declared);
    new FrameFields(frame, plan).put(code, variable);
  }

  private void writeForget(CodeBuilder code) {
    FrameFields fields = new FrameFields(frame, plan);
    for (Variable variable : plan.variables()) {
      if (variable.isReference()) {
        fields.clear(code, variable);
      }
    }
    fields.putAwaiting(code.aload(0).aconst_null());
    code.return_();
  }
}
