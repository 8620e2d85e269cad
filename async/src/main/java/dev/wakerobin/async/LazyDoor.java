package dev.wakerobin.async;

import dev.wakerobin.async.lowering.Lambda;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/// Lowers a body when it is first used, and defines its frame beside its host.
///
/// ```
///   body ──class──▶ BodyClass ──first use──▶ LazyDoor: which method is it?
///                       │                        │
///                  FrameMaker ◀──────────── HostFile: its class file, parsed once
/// ```
final class LazyDoor {
  private static final MethodHandle NOTHING_CAPTURED =
      MethodHandles.constant(Object.class, "nothing")
          .asType(java.lang.invoke.MethodType.methodType(Object.class));

  private LazyDoor() {}

  static FrameMaker open(Object body) {
    Class<?> type = body.getClass();
    Modules.checkOpen(type);
    return type.isHidden() ? openLambda(body) : openObject(type);
  }

  /// The frame of a body, as text, without making it.
  static String explain(Object body, List<String> source) {
    Class<?> type = body.getClass();
    if (body instanceof Frame<?>) {
      throw Restriction.CLASS_UNREADABLE.with(
          type.getName(), "it was lowered before it was loaded: explain the class as compiled");
    }
    if (!type.isHidden()) {
      return explainObject(type, source);
    }
    Modules.checkOpen(type);
    SerializedLambda lambda = Captures.ask(captures(type, true), body);
    if (!isRun(lambda)) {
      return explainObject(type, source);
    }
    Class<?> host = declaring(Methods.load(lambda.getImplClass(), type), lambda);
    return HostFile.OF
        .get(host)
        .explain(lambda.getImplMethodName(), lambda.getImplMethodSignature(), source);
  }

  private static String explainObject(Class<?> type, List<String> source) {
    Method run = Methods.run(type);
    return HostFile.OF
        .get(run.getDeclaringClass())
        .explain(run.getName(), Methods.descriptor(run), source);
  }

  /// The code is the `run` of a class or an interface that somebody wrote.
  private static FrameMaker openObject(Class<?> type) {
    Method run = Methods.run(type);
    return HostFile.OF
        .get(run.getDeclaringClass())
        .maker(run.getName(), Methods.descriptor(run), Lambda.OBJECT, captures(type, false));
  }

  private static FrameMaker openLambda(Object body) {
    MethodHandle asking = captures(body.getClass(), true);
    SerializedLambda lambda = Captures.ask(asking, body);
    FrameMaker maker = openLambda(body, lambda, asking);
    boolean valueIsDropped =
        body instanceof AsyncAction && !lambda.getImplMethodSignature().endsWith(")V");
    return valueIsDropped ? each -> new Unvalued(maker.make(each)) : maker;
  }

  private static FrameMaker openLambda(Object body, SerializedLambda lambda, MethodHandle asking) {
    if (!isRun(lambda)) {
      return openObject(body.getClass());
    }
    Class<?> host = Methods.load(lambda.getImplClass(), body.getClass());
    return switch (lambda.getImplMethodKind()) {
      case MethodHandleInfo.REF_newInvokeSpecial -> DirectBody::new;
      case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
          openMethod(host, lambda, asking);
      default ->
          HostFile.OF
              .get(declaring(host, lambda))
              .maker(
                  lambda.getImplMethodName(),
                  lambda.getImplMethodSignature(),
                  Lambda.LAMBDA,
                  asking);
    };
  }

  /// Whether the lambda is the `run` of its type. If that type has one already, the lambda is
  /// something which that one calls.
  private static boolean isRun(SerializedLambda lambda) {
    return lambda.getFunctionalInterfaceMethodName().equals("run")
        && lambda.getFunctionalInterfaceMethodSignature().startsWith("()");
  }

  /// The body is a reference to a method that may be overridden.
  private static FrameMaker openMethod(
      Class<?> host, SerializedLambda lambda, MethodHandle asking) {
    Method method = Methods.find(host, lambda.getImplMethodName(), lambda.getImplMethodSignature());
    if (Modifier.isPrivate(method.getModifiers())) {
      return HostFile.OF
          .get(method.getDeclaringClass())
          .maker(method.getName(), lambda.getImplMethodSignature(), Lambda.LAMBDA, asking);
    }
    return new VirtualBody(method, asking);
  }

  private static Class<?> declaring(Class<?> host, SerializedLambda lambda) {
    return Methods.find(host, lambda.getImplMethodName(), lambda.getImplMethodSignature())
        .getDeclaringClass();
  }

  private static MethodHandle captures(Class<?> type, boolean lambda) {
    return lambda ? Captures.of(type) : NOTHING_CAPTURED;
  }
}
