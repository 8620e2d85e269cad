package dev.wakerobin.async;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;

/// Asks lambdas what they are: the method with their code, and the values they have captured.
///
/// A serializable lambda answers that from its `writeReplace`, which is documented; its fields are
/// not.
final class Captures {
  private Captures() {}

  /// A way to ask the lambdas of that class, of type `(Object)Object`.
  static MethodHandle of(Class<?> lambda) {
    try {
      return MethodHandles.privateLookupIn(lambda, MethodHandles.lookup())
          .findVirtual(lambda, "writeReplace", MethodType.methodType(Object.class))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw Restriction.CLASS_UNREADABLE.with(
          lambda.getName(), "it is neither a lambda, nor a class with a name");
    }
  }

  static SerializedLambda ask(MethodHandle asking, Object lambda) {
    try {
      Object answer = asking.invokeExact(lambda);
      return (SerializedLambda) answer;
    } catch (Throwable e) {
      throw Thrown.unchecked(e);
    }
  }
}
