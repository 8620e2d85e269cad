package dev.wakerobin.tck.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.tck.RuleRun;
import dev.wakerobin.tck.Subject;
import dev.wakerobin.tck.Verdict;
import dev.wakerobin.testkit.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The kit itself is tested: it finds the bug of each specimen by the rule that the specimen
/// breaks, and finds none in the schedulers that they are made from.
class ZooTest {
  static Stream<Specimen> specimens() {
    return Zoo.specimens().stream();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void a_specimen_is_killed_by_the_rule_that_it_breaks(Specimen specimen) {
    assertThat(Zoo.hunt(specimen, false))
        .as("%s, after %d runs of rule %s", specimen.name(), Zoo.RUNS, specimen.rule())
        .isPresent();
  }

  @Test
  void the_scheduler_with_one_queue_keeps_the_contract() {
    assertKeepsAll(QueueScheduler::new);
  }

  @Test
  void the_scheduler_that_steals_keeps_the_contract() {
    assertKeepsAll(StealingScheduler::new);
  }

  private static void assertKeepsAll(Function<SchedulerContext, Scheduler> kind) {
    Subject.set(SchedulerSpecimen.provider("healthy", kind, Zoo.TRAITS));
    for (Rule rule : Rule.values()) {
      List<Verdict.Failure> failures = RuleRun.of(Subject.class, rule, true).failures();
      assertThat(failures).as("rule " + rule).isEmpty();
    }
  }

  @Test
  void an_unchanged_copy_of_the_runtime_keeps_the_contract() throws ReflectiveOperationException {
    Class<?> contract = RuntimeCopy.contract(MethodEdit.none());
    for (Rule rule : Rule.values()) {
      assertThat(RuleRun.of(contract, rule, true).failures()).as("rule " + rule).isEmpty();
    }
  }
}
