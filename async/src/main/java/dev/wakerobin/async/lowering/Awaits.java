package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Optional;

/// What a call that waits is called, and what becomes of its arguments.
enum Awaits {
  /// `await(future)`: the future is there already.
  ONE("await", "(Ldev/wakerobin/Future;)Ljava/lang/Object;"),
  /// `awaitAll(list)`: a future is made of the list.
  ALL_OF_LIST("awaitAll", "(Ljava/util/List;)Ljava/util/List;"),
  /// `awaitAll(a, b, …)`: a future is made of the array.
  ALL_OF_ARRAY("awaitAll", "([Ldev/wakerobin/Future;)Ljava/util/List;");

  private static final String OWNER = "dev/wakerobin/async/Async";
  private static final Awaits[] ALL = values();

  private final String method;
  private final String descriptor;

  Awaits(String method, String descriptor) {
    this.method = method;
    this.descriptor = descriptor;
  }

  /// Which one an element is, if it is one.
  static Optional<Awaits> of(CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.opcode() == Opcode.INVOKESTATIC
        && isOne(call.method())) {
      for (Awaits one : ALL) {
        if (call.name().equalsString(one.method) && call.type().equalsString(one.descriptor)) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  /// Whether that method is one that waits.
  static boolean isOne(MemberRefEntry method) {
    return method.name().stringValue().startsWith("await")
        && method.owner().asInternalName().equals(OWNER);
  }
}
