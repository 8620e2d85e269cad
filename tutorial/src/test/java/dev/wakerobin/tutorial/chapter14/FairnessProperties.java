package dev.wakerobin.tutorial.chapter14;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.scheduler.priority.Lanes;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.tutorial.chapter14.Trial.Paper;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The property of chapter 14 as jqwik has it. By itself it tries the scheduler `priority`; another
/// test lets it loose on the mutant.
class FairnessProperties {
  /// What the scheduler under test is made around. The engine makes instances of this class, so it
  /// is said in a static field.
  static final AtomicReference<Supplier<Line>> LINES = new AtomicReference<>(Lanes::new);

  private final SchedulerProvider scheduler = new PrioritySchedulerProvider(LINES.get());

  @Property(tries = 300, seed = "14")
  void no_task_waits_for_more_polls_than_declared(@ForAll("trials") Trial trial) throws Exception {
    assertThat(trial.waited(scheduler)).isLessThanOrEqualTo(trial.declared(scheduler));
  }

  @Provide
  Arbitrary<Trial> trials() {
    Arbitrary<Boolean> urgent = Arbitraries.of(false, true);
    Arbitrary<Integer> polls = Arbitraries.integers().between(1, 60);
    return Combinators.combine(urgent, polls)
        .as(Paper::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(Trial::new);
  }
}
