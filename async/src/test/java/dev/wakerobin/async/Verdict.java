package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// What is said of a class about its awaits: by the plugin when it is compiled, or by the lowering
/// when its method `go` is called and the future of that polled.
///
/// @param said `Hello.java:8: await in …`
/// @param column where the plugin points at; 0 if it was the lowering
record Verdict(String said, long column) {
  private static final int MOST_POLLS = 100;

  boolean isOf(String type) {
    return said.startsWith(type + ".java:");
  }

  /// What the plugin says, of all classes together.
  static List<Verdict> ofPlugin(Map<String, String> sources, String... options) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : Compiler.diagnose(sources, options)) {
      String file = one.getSource().getName();
      String summary = one.getMessage(Locale.ENGLISH).lines().findFirst().orElseThrow();
      verdicts.add(
          new Verdict(
              "%s:%d: %s"
                  .formatted(
                      file.substring(file.lastIndexOf('/') + 1), one.getLineNumber(), summary),
              one.getColumnNumber()));
    }
    return verdicts;
  }

  /// What the lowering says of a class: it stops at the first that it finds.
  static List<Verdict> ofLowering(Map<String, byte[]> classes, String type) {
    try {
      Method go = new CaseLoader(classes, false).loadClass(type).getDeclaredMethod("go");
      go.setAccessible(true);
      finish((Future<?>) go.invoke(null));
      return List.of();
    } catch (Throwable e) {
      return List.of(new Verdict(refusal(e).getMessage(), 0));
    }
  }

  private static void finish(Future<?> future) throws Exception {
    for (int i = 0; i < MOST_POLLS; i++) {
      if (future.poll(Context.of(Waker.noop())) instanceof Poll.Ready<?>) {
        return;
      }
    }
    throw new AssertionError("never ready: " + future);
  }

  private static RestrictionException refusal(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof RestrictionException refusal) {
        return refusal;
      }
    }
    throw new AssertionError("failed for some other reason", thrown);
  }
}
