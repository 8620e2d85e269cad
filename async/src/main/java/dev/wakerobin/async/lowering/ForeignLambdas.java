package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Optional;

/// Tells lambdas of other types from those that are bodies of async functions.
///
/// Compilers make an ordinary lambda with `metafactory`, and one that is serializable or has
/// several types with `altMetafactory`. Bodies are serializable, but not all that is serializable
/// is a body.
final class ForeignLambdas {
  private static final String BODY = "dev/wakerobin/async/AsyncBody";
  private static final String ACTION = "dev/wakerobin/async/AsyncAction";

  private ForeignLambdas() {}

  /// Whether a lambda or method reference is made there, and of another type.
  static boolean isMadeAt(InvokeDynamicInstruction dynamic, HostClass host) {
    return switch (dynamic.bootstrapMethod().methodName()) {
      case "metafactory" -> true;
      case "altMetafactory" -> !Site.isRun(dynamic) || !isBody(dynamic, host);
      default -> false;
    };
  }

  /// By the type, and by those that it has besides.
  private static boolean isBody(InvokeDynamicInstruction dynamic, HostClass host) {
    String descriptor = dynamic.typeSymbol().returnType().descriptorString();
    if (isBody(descriptor.substring(1, descriptor.length() - 1), host)) {
      return true;
    }
    for (LoadableConstantEntry argument : dynamic.invokedynamic().bootstrap().arguments()) {
      if (argument instanceof ClassEntry type && isBody(type.asInternalName(), host)) {
        return true;
      }
    }
    return false;
  }

  /// A type whose class file is not to be found may be a body.
  private static boolean isBody(String type, HostClass host) {
    if (type.equals(BODY) || type.equals(ACTION)) {
      return true;
    }
    Optional<ClassModel> model = host.find(type);
    if (model.isEmpty()) {
      return true;
    }
    for (ClassEntry above : model.get().interfaces()) {
      if (isBody(above.asInternalName(), host)) {
        return true;
      }
    }
    return false;
  }

  /// Whether what is made is `Async::await`.
  static boolean isAwait(InvokeDynamicInstruction dynamic) {
    for (LoadableConstantEntry argument : dynamic.invokedynamic().bootstrap().arguments()) {
      if (argument instanceof MethodHandleEntry handle && Awaits.isOne(handle.reference())) {
        return true;
      }
    }
    return false;
  }
}
