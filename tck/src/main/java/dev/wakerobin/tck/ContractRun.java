package dev.wakerobin.tck;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.Rule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// The whole contract against one scheduler, a line for each rule as soon as it is known.
final class ContractRun {
  private final PrintStream out;

  ContractRun(PrintStream out) {
    this.out = out;
  }

  /// True if every rule is kept.
  boolean keeps(SchedulerProvider provider) {
    Subject.set(provider);
    List<Verdict> broken = new ArrayList<>();
    int tested = 0;
    out.println(provider.name() + " (" + provider.getClass().getName() + ")");
    for (Rule rule : Rule.values()) {
      if (rule == Rule.S12 && !provider.traits().deterministic()) {
        out.println("  S12 deterministic .................. untested, for it is not declared");
        continue;
      }
      Verdict verdict = RuleRun.of(Subject.class, rule, true);
      tested++;
      out.println(verdict.line());
      if (!verdict.holds()) {
        broken.add(verdict);
      }
    }
    broken.forEach(verdict -> out.println(verdict.report(provider.name())));
    out.printf(
        "contract: %s keeps %d of %d rules%n", provider.name(), tested - broken.size(), tested);
    return broken.isEmpty();
  }
}
