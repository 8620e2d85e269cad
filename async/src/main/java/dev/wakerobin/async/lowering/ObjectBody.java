package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A class that somebody wrote whose objects are bodies: it is given a method that makes the frame.
final class ObjectBody {
  private static final ClassDesc MAKER = ClassDesc.of("dev.wakerobin.async.FrameMaker");
  private static final MethodTypeDesc MAKING = MethodTypeDesc.of(Names.FUTURE, Names.OBJECT);
  private static final MethodTypeDesc ITS_CLASS = MethodTypeDesc.of(ConstantDescs.CD_Class);

  private ObjectBody() {}

  /// The code of such a class; nothing if it is none, or is lowered already.
  static Optional<MethodModel> run(HostClass host) {
    if (!host.isBody(host.name())
        || host.model().flags().has(AccessFlag.INTERFACE)
        || host.method("make", MAKING.descriptorString()).isPresent()) {
      return Optional.empty();
    }
    return host.methods().stream()
        .filter(method -> method.methodName().equalsString("run"))
        .filter(method -> method.methodTypeSymbol().parameterCount() == 0)
        .filter(method -> !method.flags().has(AccessFlag.BRIDGE) && method.code().isPresent())
        .findFirst();
  }

  /// Adds `make`. Objects of classes derived from this one may have another `run`: they are left to
  /// the lazy door.
  static byte[] introduce(ClassModel host, ClassDesc frame) {
    ClassFile files = ClassFile.of(StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
    List<ClassEntry> interfaces = new ArrayList<>(host.interfaces());
    return files.transformClass(
        host,
        ClassTransform.endHandler(
                to -> {
                  interfaces.add(to.constantPool().classEntry(MAKER));
                  to.withInterfaces(interfaces);
                  to.withMethodBody(
                      "make",
                      MAKING,
                      ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
                      code -> writeMake(code, host.thisClass().asSymbol(), frame));
                })
            .andThen(ClassTransform.ACCEPT_ALL));
  }

  private static void writeMake(CodeBuilder code, ClassDesc host, ClassDesc frame) {
    Label other = code.newLabel();
    code.aload(0)
        .invokevirtual(Names.OBJECT, "getClass", ITS_CLASS)
        .loadConstant(host)
        .branch(Opcode.IF_ACMPNE, other)
        .aload(0)
        .invokestatic(frame, Template.OF, MethodTypeDesc.of(frame, host))
        .areturn()
        .labelBinding(other)
        .aload(0)
        .invokestatic(Names.RELAY, "lazily", MAKING)
        .areturn();
  }
}
