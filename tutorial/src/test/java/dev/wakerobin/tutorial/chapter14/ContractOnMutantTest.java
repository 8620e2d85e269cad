package dev.wakerobin.tutorial.chapter14;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.Patience;
import dev.wakerobin.testkit.SchedulerContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;

/// Rule S4 of the contract, let loose on the mutant of chapter 14.
@Timeout(120)
class ContractOnMutantTest {

  /// The contract as it is.
  static class Everyday extends SchedulerContract {
    @Override
    public SchedulerProvider provider() {
      return new PrioritySchedulerProvider(NewRow::new);
    }

    @Override
    public int parallelism() {
      return 1;
    }
  }

  /// The same, and its greedy tasks are urgent.
  static class UrgentLoad extends Everyday {
    @Override
    public SchedulerProvider provider() {
      return new PrioritySchedulerProvider(() -> new GreedyIsUrgent(new NewRow()));
    }
  }

  @Test
  void the_contract_does_not_find_it_while_nobody_is_called_urgent() {
    assertThat(Engine.run(waitingRules(Everyday.class)).failures()).isEmpty();
  }

  @Test
  void it_does_as_soon_as_the_greedy_tasks_are_urgent() {
    System.setProperty(Patience.PROPERTY, "1500");
    try {
      assertThat(Engine.run(waitingRules(UrgentLoad.class)).failures())
          .anySatisfy(
              failure ->
                  assertThat(failure)
                      .hasMessageContaining(
                          "waited in vain for a task to be polled that was woken from outside"));
    } finally {
      System.clearProperty(Patience.PROPERTY);
    }
  }

  private static List<MethodSelector> waitingRules(Class<?> contract) {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.getName().startsWith("s4_"))
        .map(method -> DiscoverySelectors.selectMethod(contract, method))
        .toList();
  }

  /// Tells the line another name of each greedy task.
  private record GreedyIsUrgent(Line line) implements Line {
    @Override
    public void add(ReadyTask task) {
      boolean greedy = task.id().name().startsWith("greedy");
      line.add(greedy ? new Renamed(task) : task);
    }

    @Override
    public boolean isEmpty() {
      return line.isEmpty();
    }

    @Override
    public ReadyTask take() {
      return line.take();
    }
  }

  private record Renamed(ReadyTask task) implements ReadyTask {
    @Override
    public TaskId id() {
      return new TaskId(task.id().number(), "urgent " + task.id().name());
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
