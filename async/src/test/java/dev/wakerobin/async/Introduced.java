package dev.wakerobin.async;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;

/// Makes bodies of frames that no door has defined. What a body has captured is given as an array.
public final class Introduced {
  private static final MethodHandle AS_IT_IS =
      MethodHandles.identity(SerializedLambda.class)
          .asType(MethodType.methodType(Object.class, Object.class));

  private static final ClassValue<Frame<?>> PROTOTYPES =
      new ClassValue<>() {
        @Override
        protected Frame<?> computeValue(Class<?> frame) {
          return introduce(frame);
        }
      };

  private Introduced() {}

  /// Links and initializes a frame's class, so that the verifier has seen it.
  private static Frame<?> introduce(Class<?> frame) {
    Introduction introduction = Introduction.open(frame, AS_IT_IS);
    try {
      Class.forName(frame.getName(), true, frame.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("its loader does not know " + frame, e);
    }
    return introduction.prototype();
  }

  /// The prototype of a frame's class.
  ///
  /// @throws LinkageError if the verifier rejects it
  public static Frame<?> prototype(Class<?> frame) {
    return PROTOTYPES.get(frame);
  }

  /// A body of that class, not started.
  ///
  /// @param captured the arguments of the method that was lowered, the object it is called on first
  public static Frame<?> body(Class<?> frame, Object[] captured) {
    SerializedLambda lambda =
        new SerializedLambda(Object.class, "", "", "", 0, "", "", "", "", captured);
    return (Frame<?>) prototype(frame).make(lambda);
  }
}
