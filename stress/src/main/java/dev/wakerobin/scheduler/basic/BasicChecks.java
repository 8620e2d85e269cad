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
            "the driver never sleeps beside a task that came second",
            3_000,
            () -> ForeignScenarios.twoTasks(Arrivals.real())),
        Model.holds(
            "ForeignQueue",
            "the driver never sleeps beside a task of one of two threads",
            3_000,
            () -> ForeignScenarios.twoForeignThreads(Arrivals.real())),
        Model.weakened(
            "ForeignQueue",
            "clears the flag after taking",
            () -> ForeignScenarios.twoTasks(new ClearsFlagAfterTaking())));
  }
}
