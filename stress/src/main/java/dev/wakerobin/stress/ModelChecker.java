package dev.wakerobin.stress;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/// Tries interleavings of a scenario with Lincheck, which decides at each access to shared memory
/// which thread goes on.
final class ModelChecker {
  private ModelChecker() {}

  static Result run(Model model, Depth depth) {
    int invocations = depth.invocations(model);
    long began = System.nanoTime();
    try {
      Lincheck.runConcurrentTest(invocations, model.scenario());
      String count = "%,d interleavings, %s".formatted(invocations, secondsSince(began));
      return new Result(model, false, count, "");
    } catch (LincheckAssertionError found) {
      String evidence = String.valueOf(found.getMessage());
      if (!evidence.contains("has hung") && !evidence.contains("java.lang.AssertionError")) {
        throw found; // The checker itself is in trouble, or the scenario: that catches nothing.
      }
      return new Result(model, true, "after " + secondsSince(began), evidence);
    }
  }

  private static String secondsSince(long began) {
    return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
  }
}
