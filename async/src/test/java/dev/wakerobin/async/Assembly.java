package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.async.lowering.HostClass;
import dev.wakerobin.async.lowering.Lambda;
import dev.wakerobin.async.lowering.Lowering;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A method `static Object body(Probe)` written instruction by instruction, as no Java compiler
/// would; lowered, and run directly.
final class Assembly {
  private static final String NAME = "cases/Assembled";
  private static final String FRAME = "cases/Assembled$async0";
  private static final ClassDesc PROBE = Probe.class.describeConstable().orElseThrow();
  private static final ClassDesc FUTURE = Future.class.describeConstable().orElseThrow();
  private static final ClassDesc ASYNC = Async.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_Object, PROBE);

  private final byte[] host;

  private Assembly(byte[] host) {
    this.host = host;
  }

  static Assembly of(Consumer<CodeBuilder> code) {
    return of(ClassFile.latestMajorVersion(), code);
  }

  static Assembly of(int version, Consumer<CodeBuilder> code) {
    return new Assembly(
        ClassFile.of()
            .build(
                ClassDesc.ofInternalName(NAME),
                made ->
                    made.withVersion(version, 0)
                        .withMethodBody(
                            "body", TYPE, ClassFile.ACC_STATIC | ClassFile.ACC_PUBLIC, code)));
  }

  /// Writes an await of an int, which is pending first.
  static void awaitInt(CodeBuilder code, int value) {
    code.loadConstant(value);
    awaitInt(code);
  }

  /// The same of the int on the stack.
  static void awaitInt(CodeBuilder code) {
    code.invokestatic(
            ConstantDescs.CD_Integer,
            "valueOf",
            MethodTypeDesc.of(ConstantDescs.CD_Integer, ConstantDescs.CD_int))
        .aload(0)
        .swap()
        .invokevirtual(PROBE, "later", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Object))
        .invokestatic(ASYNC, "await", MethodTypeDesc.of(ConstantDescs.CD_Object, FUTURE))
        .checkcast(ConstantDescs.CD_Integer)
        .invokevirtual(
            ConstantDescs.CD_Integer, "intValue", MethodTypeDesc.of(ConstantDescs.CD_int));
  }

  /// Writes the return of the int on the stack.
  static void returnInt(CodeBuilder code) {
    code.invokestatic(
            ConstantDescs.CD_Integer,
            "valueOf",
            MethodTypeDesc.of(ConstantDescs.CD_Integer, ConstantDescs.CD_int))
        .areturn();
  }

  byte[] lower() {
    HostClass parsed = HostClass.parse(host, _ -> Optional.empty());
    MethodModel method = parsed.method("body", TYPE.descriptorString()).orElseThrow();
    assert Lowering.isNeeded(parsed, method);
    return Lowering.lower(parsed, method, Lambda.LAMBDA, FRAME);
  }

  /// What is returned, and the log.
  List<String> lowered(int pending) throws Exception {
    Map<String, byte[]> classes = new HashMap<>(Map.of(NAME, host, FRAME, lower()));
    Class<?> frame = new CaseLoader(classes, false).loadClass(FRAME.replace('/', '.'));
    Probe probe = new Probe(pending);
    Frame<?> body = Introduced.body(frame, new Object[] {probe});
    List<String> outcome = new ArrayList<>();
    try {
      while (outcome.isEmpty()) {
        if (body.poll(Context.of(Waker.noop())) instanceof Poll.Ready<?>(Object value)) {
          outcome.add("value " + value);
        }
      }
    } catch (Exception e) {
      outcome.addAll(Direct.describe(e));
    }
    outcome.addAll(probe.entries());
    return outcome;
  }

  List<String> direct() throws Exception {
    Class<?> type = new CaseLoader(Map.of(NAME, host), true).loadClass(NAME.replace('/', '.'));
    Direct.cancelAfter(Integer.MAX_VALUE);
    Probe probe = new Probe(0);
    List<String> outcome = new ArrayList<>();
    try {
      outcome.add("value " + type.getMethod("body", Probe.class).invoke(null, probe));
    } catch (InvocationTargetException e) {
      outcome.addAll(Direct.describe(e.getCause()));
    }
    outcome.addAll(probe.entries());
    return outcome;
  }
}
