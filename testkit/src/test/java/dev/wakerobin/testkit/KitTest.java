package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.wakerobin.spi.SchedulerProvider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/// The kit itself is tested: it passes a scheduler that keeps the contract, and finds the bug of
/// each [Mutant] by the rule that the mutant breaks.
class KitTest {
  private static final AtomicReference<SchedulerProvider> UNDER_TEST =
      new AtomicReference<>(QueueScheduler.provider("queue", QueueScheduler::new));

  /// The contract for whatever is under test just now. Its name keeps it from being run by itself.
  static class Subject extends SchedulerContract {
    @Override
    public SchedulerProvider provider() {
      return UNDER_TEST.get();
    }
  }

  @BeforeAll
  static void mutants_deserve_less_patience() {
    System.setProperty(Patience.PROPERTY, "1500");
  }

  @AfterAll
  static void back_to_normal() {
    System.clearProperty(Patience.PROPERTY);
  }

  @Test
  void a_scheduler_that_keeps_the_contract_passes() {
    UNDER_TEST.set(QueueScheduler.provider("queue", QueueScheduler::new));
    for (Method test : Subject.class.getMethods()) {
      if (isRule(test, "")) {
        Events events = run(test);
        assertThat(events.failed().count()).as(test.getName()).isZero();
        assertThat(events.succeeded().count()).as(test.getName()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_mutant_is_killed_by_the_rule_that_it_breaks(Mutant mutant) {
    UNDER_TEST.set(QueueScheduler.provider(mutant.name(), mutant.kind));
    long failed =
        Arrays.stream(Subject.class.getMethods())
            .filter(test -> isRule(test, mutant.rule + "_"))
            .mapToLong(test -> run(test).failed().count())
            .sum();
    assertThat(failed).as("tests of rule %s that fail", mutant.rule).isPositive();
  }

  private static boolean isRule(Method method, String prefix) {
    boolean test =
        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class);
    return test && method.getName().startsWith(prefix);
  }

  private static Events run(Method test) {
    String engine = test.isAnnotationPresent(Property.class) ? "jqwik" : "junit-jupiter";
    return EngineTestKit.engine(engine)
        .selectors(selectMethod(Subject.class, test))
        .configurationParameter("jqwik.database", "")
        .configurationParameter("jqwik.reporting.onlyfailures", "true")
        .execute()
        .testEvents();
  }
}
