package dev.wakerobin.async;

import java.lang.StackWalker.StackFrame;

/// Finds the words for an await that is run as an ordinary call.
final class Misplaced {
  private static final String LAMBDA = "lambda$";

  /// What JShell compiles to methods called `do_it$`.
  private static final String SNIPPET = "a snippet";

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

  /// The code that a frame runs, as its source has it.
  private static String name(StackFrame frame) {
    String method = frame.getMethodName();
    if (!method.startsWith(LAMBDA)) {
      return method.equals("do_it$") ? SNIPPET : "method " + method;
    }
    int end = method.indexOf('$', LAMBDA.length());
    String around = method.substring(LAMBDA.length(), end < 0 ? method.length() : end);
    return "a lambda in "
        + switch (around) {
          case "new", "static" -> "a constructor or initializer";
          case "do_it" -> SNIPPET;
          default -> around;
        };
  }
}
