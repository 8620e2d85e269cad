package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.scheduler.workstealing.WeakenedIdle.FindsAndTellsNobody;
import dev.wakerobin.scheduler.workstealing.WeakenedIdle.GetsUpWithoutSearching;
import dev.wakerobin.scheduler.workstealing.WeakenedIdle.LooksBeforeItAnnounces;
import dev.wakerobin.scheduler.workstealing.WeakenedIdle.NotifiesBeforeItPushes;
import dev.wakerobin.scheduler.workstealing.WeakenedIdle.OnlySearchersLookAgain;
import dev.wakerobin.scheduler.workstealing.WeakenedIdle.ParksWithoutLookingAgain;
import dev.wakerobin.scheduler.workstealing.WeakenedRing.MovesTailBeforeItWrites;
import dev.wakerobin.scheduler.workstealing.WeakenedRing.PollsWithoutCas;
import dev.wakerobin.scheduler.workstealing.WeakenedRing.StealsWithoutCas;
import dev.wakerobin.scheduler.workstealing.WeakenedRing.TakesBeforeItCopies;
import dev.wakerobin.stress.Check;
import dev.wakerobin.stress.MemoryTest;
import dev.wakerobin.stress.Model;
import java.util.List;
import java.util.stream.Stream;

/// What is checked of the work-stealing scheduler.
public final class WorkStealingChecks {
  private WorkStealingChecks() {}

  /// All of them.
  public static List<Check> all() {
    return Stream.of(rings(), idlers(), memory()).flatMap(List::stream).toList();
  }

  private static List<Check> rings() {
    return List.of(
        Model.holds(
            "TaskRing",
            "an owner and a thief take each task once, in order",
            8_000,
            () -> RingScenarios.ownerAndThief(Ring.real(), Ring.real())),
        Model.holds(
            "TaskRing",
            "what is stolen as soon as it was pushed is there",
            5_000,
            () -> RingScenarios.freshTasks(Ring.real(), Ring.real())),
        Model.holds(
            "TaskRing",
            "an owner and two thieves take each task once",
            5_000,
            () -> RingScenarios.twoThieves(Ring.real(), Ring.real(), Ring.real())),
        Model.holds(
            "TaskRing",
            "in a full ring nothing is overwritten that a thief takes (the ring in small)",
            5_000,
            () -> RingScenarios.fullRing(new WeakenedRing(), new WeakenedRing())),
        Model.weakened(
            "TaskRing",
            "polls without compare-and-set",
            () -> RingScenarios.ownerAndThief(new PollsWithoutCas(), new WeakenedRing())),
        Model.weakened(
            "TaskRing",
            "steals without compare-and-set",
            () -> RingScenarios.ownerAndThief(new StealsWithoutCas(), new WeakenedRing())),
        Model.weakened(
            "TaskRing",
            "takes before it copies",
            () -> RingScenarios.fullRing(new TakesBeforeItCopies(), new WeakenedRing())),
        Model.weakened(
            "TaskRing",
            "moves the tail before it writes",
            () -> RingScenarios.freshTasks(new MovesTailBeforeItWrites(), new WeakenedRing())),
        Model.holds(
            "Injector",
            "two takers and a pusher: each task is taken once",
            2_000,
            () -> InjectorScenarios.twoTakersAndAPusher()));
  }

  private static List<Check> idlers() {
    return List.of(
        Model.holds(
            "Idle, Lane",
            "no task waits beside a sleeper (the protocol in small)",
            5_000,
            () -> new IdleRig().twoTasks()),
        Model.weakened(
            "Idle", "parks without looking again", () -> new ParksWithoutLookingAgain().twoTasks()),
        Model.weakened(
            "Idle", "looks before it announces", () -> new LooksBeforeItAnnounces().twoTasks()),
        Model.weakened(
            "Idle", "only searchers look again", () -> new OnlySearchersLookAgain().twoTasks()),
        Model.weakened(
            "Idle", "gets up without searching", () -> new GetsUpWithoutSearching().twoTasks()),
        Model.weakened(
            "Idle", "finds and tells nobody", () -> new FindsAndTellsNobody().twoTasks()),
        Model.weakened(
            "Idle", "notifies before it pushes", () -> new NotifiesBeforeItPushes().twoTasks()),
        Model.holds(
            "WorkStealingScheduler",
            "no foreign task waits beside a sleeper",
            2_000,
            () -> SchedulerScenarios.twoForeignTasks()),
        Model.holds(
            "WorkStealingScheduler",
            "no task in a ring waits beside a sleeper",
            1_000,
            () -> SchedulerScenarios.stealFromTheRing()));
  }

  private static List<Check> memory() {
    return List.of(
        MemoryTest.holds("TaskRing", "a stolen task is seen whole", RingPublishes.class),
        MemoryTest.weakened("TaskRing", "publishes with plain stores", RingPublishesPlainly.class),
        MemoryTest.holds(
            "TaskRing", "owner and thief never take the same task", RingTakesOnce.class),
        MemoryTest.holds(
            "TaskRing",
            "in a full ring, what overflows and what is stolen is taken once",
            RingOverflows.class),
        MemoryTest.holds(
            "Idle, TaskRing",
            "the pusher sees the sleeper, or he the task",
            IdleSeesOneAnother.class),
        MemoryTest.weakened(
            "Idle, TaskRing", "pushes and looks without a fence", IdleLooksWithoutFence.class));
  }
}
