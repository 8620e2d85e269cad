package dev.wakerobin.async.lowering;

import dev.wakerobin.Future;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// The calls of one class that are awaited. For each method that is called there is one of ours,
/// which calls it and answers a future of the outcome:
///
/// ```java
/// static Future call$3(Owner o, int a) {
///   try { return returned(o.m(a)); } catch (Throwable t) { return thrown(t); }
/// }
/// ```
final class AwaitedCalls {
  private static final ClassDesc DRIVER = Driver.class.describeConstable().orElseThrow();
  private static final ClassDesc FUTURE = Future.class.describeConstable().orElseThrow();

  private record Target(Opcode opcode, ClassDesc owner, String name, MethodTypeDesc type) {}

  private record Ours(String name, MemberRefEntry called) {}

  private final ClassDesc host;
  private final boolean isInterface;
  private final Predicate<String> isInherited;
  private final Map<Target, Ours> all = new LinkedHashMap<>();

  /// @param isInherited whether a class is one that the host is derived from, in another package
  AwaitedCalls(ClassDesc host, boolean isInterface, Predicate<String> isInherited) {
    this.host = host;
    this.isInterface = isInterface;
    this.isInherited = isInherited;
  }

  static boolean isAwaited(InvokeInstruction call) {
    return !call.name().equalsString(ConstantDescs.INIT_NAME);
  }

  /// Writes the call so that a future of its outcome is on the stack.
  void write(CodeBuilder code, InvokeInstruction call) {
    if (isCalledFirst(call)) {
      code.with(call);
      box(code, call.typeSymbol().returnType());
      code.invokestatic(DRIVER, "returned", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Object));
    } else {
      Target target =
          new Target(
              call.opcode(), call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol());
      Ours ours = all.computeIfAbsent(target, _ -> new Ours("call$" + all.size(), call.method()));
      code.invokestatic(host, ours.name, type(target), isInterface);
    }
  }

  /// What only the host's own object may be asked for cannot be called by another method: `super`,
  /// and what is protected elsewhere.
  private boolean isCalledFirst(InvokeInstruction call) {
    return call.opcode() == Opcode.INVOKESPECIAL
        || (call.opcode() == Opcode.INVOKEVIRTUAL
            && isInherited.test(call.owner().asInternalName()));
  }

  private static MethodTypeDesc type(Target target) {
    MethodTypeDesc called = target.type.changeReturnType(FUTURE);
    return target.opcode == Opcode.INVOKESTATIC
        ? called
        : called.insertParameterTypes(0, target.owner);
  }

  private static void box(CodeBuilder code, ClassDesc type) {
    if (TypeKind.from(type) == TypeKind.VOID) {
      code.aconst_null();
    } else {
      Boxes.box(code, type);
    }
  }

  /// Adds our methods to the class. Every second one is private, so that relays are used as well.
  void addTo(ClassBuilder host) {
    int number = 0;
    for (Map.Entry<Target, Ours> one : all.entrySet()) {
      int access = isInterface ? ClassFile.ACC_PUBLIC : 0;
      if (number++ % 2 == 1) {
        access = ClassFile.ACC_PRIVATE;
      }
      host.withMethodBody(
          one.getValue().name,
          type(one.getKey()),
          access | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> write(code, one.getKey(), one.getValue()));
    }
  }

  private static void write(CodeBuilder code, Target target, Ours ours) {
    code.trying(
        called -> {
          int slot = 0;
          for (ClassDesc parameter : type(target).parameterList()) {
            called.loadLocal(TypeKind.from(parameter), slot);
            slot += TypeKind.from(parameter).slotSize();
          }
          called.invoke(
              target.opcode,
              target.owner,
              target.name,
              target.type,
              ours.called instanceof java.lang.classfile.constantpool.InterfaceMethodRefEntry);
          box(called, target.type.returnType());
          called
              .invokestatic(DRIVER, "returned", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Object))
              .areturn();
        },
        failed ->
            failed.catchingAll(
                thrown ->
                    thrown
                        .invokestatic(
                            DRIVER, "thrown", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Throwable))
                        .areturn()));
  }
}
