package dev.wakerobin.scheduler.basic;

import dev.wakerobin.scheduler.basic.ForeignScenarios.Arrivals;
import dev.wakerobin.scheduler.basic.ForeignScenarios.ClearsFlagAfterTaking;
import dev.wakerobin.stress.Check;
import dev.wakerobin.stress.Model;
import java.util.List;

/// What is checked of the basic scheduler.
public final class BasicChecks {
  private BasicChecks() {}

  /// All of them.
  public static List<Check> all() {
    return List.of(
        Model.holds(
            "ForeignQueue",
            "the driver never sleeps beside a foreign task",
            10_000,
            () -> ForeignScenarios.twoForeignThreads(Arrivals.real())),
        Model.weakened(
            "ForeignQueue",
            "clears flag after taking",
            () -> ForeignScenarios.twoForeignThreads(new ClearsFlagAfterTaking())));
  }
}
