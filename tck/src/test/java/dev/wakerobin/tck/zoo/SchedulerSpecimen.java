package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import dev.wakerobin.tck.Subject;
import dev.wakerobin.testkit.Rule;
import java.util.function.Function;

/// Broken schedulers. The contract runs them on the runtime as it is.
@SuppressWarnings("ImmutableEnumChecker") // What it holds are constructors.
enum SchedulerSpecimen implements Specimen {
  /// It seemed quicker to run the task at once.
  RUNS_INLINE_IN_SCHEDULE(
      Rule.S1,
      QueueMutant.RunsInline::new,
      "futures-rs#617: CpuPool polled a future that was woken during its poll again at once"),
  SCHEDULE_BLOCKS_WHEN_THE_QUEUE_IS_FULL(Rule.S1, QueueMutant.BlocksWhenFull::new, "-"),
  SCHEDULE_THROWS_WHEN_THE_QUEUE_IS_FULL(Rule.S1, QueueMutant.ThrowsWhenFull::new, "-"),
  OVERFLOW_DROPS_HALF(Rule.S2, QueueMutant.OverflowDropsHalf::new, "-"),
  LOSES_EVERY_HUNDREDTH(
      Rule.S2,
      QueueMutant.Loses::new,
      "kotlinx.coroutines#4743: a worker that retires can take submitted tasks with it"),
  DOUBLES_EVERY_HUNDREDTH(Rule.S2, QueueMutant.Doubles::new, "-"),
  STEAL_LOSES_THE_LAST_OF_AN_ODD_BATCH(
      Rule.S2,
      StealingMutant.StealLosesLast::new,
      "stdexec#1755: a thief and an owner between two blocks of a queue lose what is in one"),
  STEAL_DOUBLES_ONE(Rule.S2, StealingMutant.StealDoublesOne::new, "-"),
  IS_A_STACK(Rule.S4, QueueMutant.IsStack::new, "-"),
  SLOT_WITHOUT_CAP(
      Rule.S4,
      StealingMutant.SlotWithoutCap::new,
      "tokio#2349, tokio#5712: two tasks that wake each other kept the worker from all others"),
  COMMON_QUEUE_NEVER_LOOKED_AT_UNDER_LOAD(
      Rule.S4, StealingMutant.NeverLooksAtCommonQueue::new, "-"),
  LATCH_LOOKED_AT_ONLY_WHEN_IDLE(
      Rule.S5, QueueMutant.LatchWhenIdle::new, SchedulerTraits.onCallersThread(), "-"),
  PARKS_WITHOUT_LOOKING_AGAIN(
      Rule.S6,
      QueueMutant.ParksBlindly::new,
      "akka-core#1408: a race between going to sleep and being woken"),
  REMOTE_SCHEDULE_UNPARKS_NOBODY(
      Rule.S6,
      QueueMutant.UnparksNobody::new,
      "kotlinx.coroutines#1652: a submitter unparks a worker that is not asleep, and the task waits"),
  LEAVES_ALL_TO_ONE_WORKER(Rule.S6, QueueMutant.OneWorker::new, "-"),
  RUNS_TASKS_UNDER_A_LOCK(Rule.S6, QueueMutant.RunsUnderLock::new, "-"),
  SLOT_STAYS_WITH_A_WORKER_IN_A_LONG_POLL(
      Rule.S6,
      StealingMutant.SlotIsNotStolen::new,
      "tokio#4941: what is in the slot of a busy worker cannot be stolen"),
  NOTHING_IS_EVER_STOLEN(
      Rule.S6,
      StealingMutant.KeepsToItself::new,
      "async-executor#104: tasks stuck in local queues that nobody looks at"),
  LEAVES_THREADS_AFTER_CLOSE(Rule.S7, QueueMutant.LeavesThreads::new, "-"),
  RUNS_WHAT_COMES_AFTER_CLOSE(Rule.S7, QueueMutant.RunsAfterClose::new, "-"),
  THROWS_WHEN_CLOSED_TWICE(Rule.S7, QueueMutant.ClosesOnlyOnce::new, "-"),
  DIES_OF_AN_EXCEPTION(Rule.S8, QueueMutant.DiesOfException::new, "-"),
  DIES_OF_AN_INTERRUPT(Rule.S8, QueueMutant.DiesOfInterrupt::new, "-"),
  SWALLOWS_WHAT_RUN_THROWS(Rule.S8, QueueMutant.SwallowsExceptions::new, "-"),
  TIMERS_LOOKED_AT_ONLY_WHEN_IDLE(
      Rule.S9,
      QueueMutant.TimersWhenIdle::new,
      "tokio#8146: the timers of a current_thread runtime wait while tasks keep it busy"),
  SPINS_WHEN_IDLE(
      Rule.S10, QueueMutant.Spins::new, "kotlinx.coroutines#524: workers that spin for work"),
  CLAIMS_TO_USE_THE_CALLERS_THREAD(
      Rule.S11, QueueScheduler::new, SchedulerTraits.onCallersThread(), "-"),
  CLAIMS_TO_BE_DETERMINISTIC(
      Rule.S12,
      QueueScheduler::new,
      new SchedulerTraits(
          SchedulerTraits.Threads.OWN, true, SchedulerTraits.onOwnThreads().fairness()),
      "-");

  private final Rule rule;
  private final Function<SchedulerContext, Scheduler> kind;
  private final SchedulerTraits traits;
  private final String inTheWild;

  SchedulerSpecimen(Rule rule, Function<SchedulerContext, Scheduler> kind, String inTheWild) {
    this(rule, kind, Zoo.TRAITS, inTheWild);
  }

  SchedulerSpecimen(
      Rule rule,
      Function<SchedulerContext, Scheduler> kind,
      SchedulerTraits traits,
      String inTheWild) {
    this.rule = rule;
    this.kind = kind;
    this.traits = traits;
    this.inTheWild = inTheWild;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public String inTheWild() {
    return inTheWild;
  }

  @Override
  public Class<?> contract() {
    Subject.set(provider(name(), kind, traits));
    return Subject.class;
  }

  static SchedulerProvider provider(
      String name, Function<SchedulerContext, Scheduler> kind, SchedulerTraits traits) {
    return new SchedulerProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Scheduler create(SchedulerContext context) {
        Scheduler made = kind.apply(context);
        return made instanceof QueueScheduler queue ? queue.start() : made;
      }

      @Override
      public SchedulerTraits traits() {
        return traits;
      }
    };
  }
}
