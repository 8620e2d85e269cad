package dev.wakerobin.scheduler.priority;

import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import java.util.function.Supplier;

/// ## What it promises
///
/// A provider makes schedulers of one kind, gives them a name, and says how long a task may have to
/// wait. That is reckoned like this. Before an ordinary task there may be all the other tasks in
/// its lane, and before each of them, and before itself, four urgent ones: five polls for each task
/// that there is. And each worker may be about to begin one more.
///
/// It is a promise, so it can be broken; chapter 14 tries.
public final class PrioritySchedulerProvider implements SchedulerProvider {
  private final Supplier<? extends Line> lines;

  /// For the service loader: who is urgent is told by the task's [name][Lanes#URGENT].
  public PrioritySchedulerProvider() {
    this(Lanes::new);
  }

  /// Makes schedulers around lines of another kind. They promise the same, and it is up to the line
  /// to keep it.
  ///
  /// @param lines gives an empty line for each scheduler
  public PrioritySchedulerProvider(Supplier<? extends Line> lines) {
    this.lines = lines;
  }

  @Override
  public String name() {
    return "priority";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    return new PriorityScheduler(context, lines.get()).start();
  }

  @Override
  public SchedulerTraits traits() {
    return SchedulerTraits.onOwnThreads()
        .withFairness((tasks, workers) -> (Lanes.IN_A_ROW + 1L) * tasks + workers);
  }
}
