package dev.wakerobin.stress;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/// Tries interleavings of a scenario with Lincheck, which decides at each access to shared memory
/// which thread goes on.
final class ModelChecker {
  private ModelChecker() {}

  static Result run(Model model, Depth depth) {
    int invocations = depth.invocations(model);
    try {
      Lincheck.runConcurrentTest(invocations, model.scenario());
      return new Result(model, false, invocations + " interleavings", "");
    } catch (LincheckAssertionError found) {
      String evidence = String.valueOf(found.getMessage());
      if (!evidence.contains("has hung") && !evidence.contains("java.lang.AssertionError")) {
        throw found; // The checker itself is in trouble, or the scenario: that catches nothing.
      }
      return new Result(model, true, "within " + invocations + " interleavings", evidence);
    }
  }
}
