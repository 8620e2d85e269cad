package dev.wakerobin.async;

import java.lang.StackWalker.StackFrame;

/// Finds the words for an await that is run as an ordinary call.
final class Misplaced {
  private Misplaced() {}

  static RestrictionException await() {
    StackFrame caller =
        StackWalker.getInstance()
            .walk(frames -> frames.filter(Misplaced::isUsers).findFirst())
            .orElseThrow();
    String file = caller.getFileName() == null ? "(unknown file)" : caller.getFileName();
    String method = caller.getMethodName();
    if (method.equals("<init>") || method.equals("<clinit>")) {
      return Restriction.CONSTRUCTOR.at(file, caller.getLineNumber());
    }
    return Restriction.OUTSIDE_BODY.at(file, caller.getLineNumber(), name(caller));
  }

  private static boolean isUsers(StackFrame frame) {
    String type = frame.getClassName();
    return !type.equals(Async.class.getName()) && !type.equals(Misplaced.class.getName());
  }

  private static String name(StackFrame frame) {
    String method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      int end = method.indexOf('$', "lambda$".length());
      return "a lambda in " + (end < 0 ? method : method.substring("lambda$".length(), end));
    }
    return "method " + method;
  }
}
