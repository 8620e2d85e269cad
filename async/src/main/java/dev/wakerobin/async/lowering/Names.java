package dev.wakerobin.async.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// The classes and methods that generated code refers to.
final class Names {
  static final ClassDesc FRAME = ClassDesc.of("dev.wakerobin.async.Frame");
  static final ClassDesc FUTURE = ClassDesc.of("dev.wakerobin.Future");
  static final ClassDesc CONTEXT = ClassDesc.of("dev.wakerobin.Context");
  static final ClassDesc CANCELLED = ClassDesc.of("dev.wakerobin.async.CancelledAwait");
  static final ClassDesc POLL = ClassDesc.of("dev.wakerobin.Poll");
  static final ClassDesc READY = ClassDesc.of("dev.wakerobin.Poll$Ready");
  static final ClassDesc RELAY = ClassDesc.of("dev.wakerobin.async.Relay");
  static final ClassDesc CAPTURES = ConstantDescs.CD_MethodHandle;
  static final ClassDesc LAMBDA = ClassDesc.of("java.lang.invoke.SerializedLambda");
  static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;

  static final MethodTypeDesc POLLING = MethodTypeDesc.of(POLL, CONTEXT);
  static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_void);

  private Names() {}
}
