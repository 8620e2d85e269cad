package dev.wakerobin.async;

import dev.wakerobin.async.lowering.Lowering;
import java.lang.StackWalker.StackFrame;
import java.util.Set;

/// Finds the words for an await that is run as an ordinary call.
final class Misplaced {
  private static final Set<String> OURS =
      Set.of(Async.class.getName(), Stepping.class.getName(), Misplaced.class.getName());

  private static final String LAMBDA = "lambda$";

  /// What JShell compiles to methods called `do_it$`.
  static final String SNIPPET = "a snippet";

  static final String SNIPPETS_METHOD = "do_it$";

  private Misplaced() {}

  /// The code that called `await` or `awaitAll`.
  static StackFrame caller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.filter(Misplaced::isUsers).findFirst())
        .orElseThrow();
  }

  static RestrictionException await(StackFrame caller) {
    String file = caller.getFileName() == null ? "(unknown file)" : caller.getFileName();
    String method = caller.getMethodName();
    if (method.equals("<init>") || method.equals("<clinit>")) {
      return Restriction.CONSTRUCTOR.at(file, caller.getLineNumber());
    }
    String name =
        isCalledAsItStands()
            ? "a call of run() of "
                + Script.function(caller.getClassName(), Lowering.sourceName(method))
            : name(caller);
    return Restriction.OUTSIDE_BODY.at(file, caller.getLineNumber(), name);
  }

  /// Whether the lambda that awaits is a body, and somebody called its `run()`.
  private static boolean isCalledAsItStands() {
    return StackWalker.getInstance(
            Set.of(
                StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES))
        .walk(frames -> frames.filter(Misplaced::isUsers).skip(1).findFirst())
        .map(StackFrame::getDeclaringClass)
        .filter(Class::isHidden)
        .filter(
            type ->
                AsyncBody.class.isAssignableFrom(type) || AsyncAction.class.isAssignableFrom(type))
        .isPresent();
  }

  private static boolean isUsers(StackFrame frame) {
    return !OURS.contains(frame.getClassName());
  }

  /// The code that a frame runs, as its source has it.
  private static String name(StackFrame frame) {
    String method = frame.getMethodName();
    if (!method.startsWith(LAMBDA)) {
      return method.equals(SNIPPETS_METHOD) ? SNIPPET : "method " + method;
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
