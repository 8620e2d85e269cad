package dev.wakerobin.tck;

import dev.wakerobin.testkit.Evidence;
import dev.wakerobin.testkit.Rule;
import java.util.List;

/// What came of one rule.
///
/// @param evidence what was tried
/// @param failures of tests of that rule; none if it holds
/// @param millis how long it took
public record Verdict(Rule rule, Evidence evidence, List<Failure> failures, long millis) {

  /// A test that failed.
  ///
  /// @param test its name, which is a sentence
  /// @param thrown what it threw
  /// @param samples the generated values with which it failed, as the engine reports them
  public record Failure(String test, Throwable thrown, List<String> samples) {}

  /// Whether the rule is kept, as far as the tests can tell.
  public boolean holds() {
    return failures.isEmpty();
  }

  /// One line.
  String line() {
    String name = rule + " " + rule.title();
    return "  %s %s %s"
        .formatted(
            name,
            ".".repeat(36 - name.length()),
            holds() ? "ok, " + measure() : "BROKEN, as told below");
  }

  private String measure() {
    return evidence
        .worst()
        .map(worst -> "worst %,d of %,d allowed".formatted(worst.seen(), worst.allowed()))
        .orElse("%,d %s".formatted(cases(), cases() == 1 ? "case" : "cases"));
  }

  private long cases() {
    return Math.max(1, evidence.cases()); // A test that makes its own runtime is a case as well.
  }

  /// What somebody needs to know who has never seen the project.
  public String report(String scheduler) {
    StringBuilder text = new StringBuilder();
    text.append("\n  ")
        .append(rule)
        .append(" is broken by '")
        .append(scheduler)
        .append("'\n    the rule   ")
        .append(rule.sentence())
        .append("\n    promised by ")
        .append(rule.promisedBy())
        .append('\n');
    for (Failure failure : failures) {
      text.append("    the test   ").append(failure.test().replace('_', ' ')).append('\n');
      indent(text, "what was seen", String.valueOf(failure.thrown().getMessage()));
      if (!failure.samples().isEmpty()) {
        indent(text, "with these generated values", String.join("\n", failure.samples()));
      }
    }
    return text.toString();
  }

  private static void indent(StringBuilder text, String heading, String body) {
    text.append("    ").append(heading).append('\n');
    body.strip().lines().forEach(line -> text.append("      ").append(line).append('\n'));
  }
}
