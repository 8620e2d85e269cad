package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.SchedulerTraits;
import dev.wakerobin.tck.RuleRun;
import dev.wakerobin.tck.Verdict;
import dev.wakerobin.testkit.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All broken variants, and how each is found.
///
/// The budget: the rule that a specimen breaks is run three times at most, each time as in the
/// contract itself, but with a patience of 1.5 seconds instead of 10. Most fall in the first run.
final class Zoo {
  /// How often the rule is run at most.
  static final int RUNS = 10;

  /// What the schedulers in here declare: a bound so generous that it takes a bug to exceed it.
  static final SchedulerTraits TRAITS =
      SchedulerTraits.onOwnThreads()
          .withFairness((tasks, workers) -> 8L * workers * (tasks + workers));

  private static final String PATIENCE_MILLIS = "1500";

  private Zoo() {}

  /// In the order in which they are shown.
  static List<Specimen> specimens() {
    List<Specimen> all = new ArrayList<>(List.of(SchedulerSpecimen.values()));
    all.addAll(List.of(RuntimeSpecimen.values()));
    return all;
  }

  /// What found it.
  ///
  /// @param run in which run of the rule
  /// @param millis from the beginning
  record Kill(Verdict verdict, int run, long millis) {}

  /// Runs the rule that it breaks. Empty if it survives.
  static Optional<Kill> hunt(Specimen specimen, boolean shrinking) {
    System.setProperty(Patience.PROPERTY, PATIENCE_MILLIS);
    long began = System.nanoTime();
    try {
      Class<?> contract = specimen.contract();
      for (int run = 1; run <= RUNS; run++) {
        Verdict verdict = RuleRun.of(contract, specimen.rule(), shrinking);
        if (!verdict.holds()) {
          return Optional.of(new Kill(verdict, run, (System.nanoTime() - began) / 1_000_000));
        }
      }
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(specimen.name() + " cannot be brought to life", e);
    } finally {
      System.clearProperty(Patience.PROPERTY);
    }
  }
}
