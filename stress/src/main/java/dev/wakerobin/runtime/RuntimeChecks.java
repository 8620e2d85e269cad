package dev.wakerobin.runtime;

import dev.wakerobin.runtime.WeakenedState.ClearsFlagAfterPoll;
import dev.wakerobin.runtime.WeakenedState.HandsOverTwice;
import dev.wakerobin.runtime.WeakenedState.HandsOverWhilePolled;
import dev.wakerobin.runtime.WeakenedState.LooksThenWrites;
import dev.wakerobin.stress.Check;
import dev.wakerobin.stress.MemoryTest;
import dev.wakerobin.stress.Model;
import java.util.List;

/// What is checked of the engine.
public final class RuntimeChecks {
  private RuntimeChecks() {}

  /// All of them.
  public static List<Check> all() {
    return List.of(
        Model.holds(
            "TaskState",
            "no wake is lost, with two wakers",
            5_000,
            () -> StateScenarios.twoWakers(Verbs.ofTaskState())),
        Model.holds(
            "TaskState",
            "never two polls at once, and one end",
            5_000,
            () -> StateScenarios.twoPollers(Verbs.ofTaskState())),
        Model.holds(
            "TaskState",
            "polled, woken and claimed at once, it ends once",
            5_000,
            () -> StateScenarios.claimedMeanwhile(Verbs.ofTaskState())),
        Model.weakened(
            "TaskState",
            "looks, then writes",
            () -> StateScenarios.twoWakers(new LooksThenWrites())),
        Model.weakened(
            "TaskState",
            "clears the flag after the poll",
            () -> StateScenarios.twoWakers(new ClearsFlagAfterPoll())),
        Model.weakened(
            "TaskState",
            "hands over while polled",
            () -> StateScenarios.twoPollers(new HandsOverWhilePolled())),
        Model.weakened(
            "TaskState", "hands over twice", () -> StateScenarios.twoWakers(new HandsOverTwice())),
        Model.holds(
            "EventParker",
            "no permit is lost",
            1_000,
            () -> ParkerScenarios.noPermitIsLost(ParkerScenarios.real())),
        Model.weakened(
            "EventParker",
            "unparks only sleepers",
            () -> ParkerScenarios.noPermitIsLost(new UnparksOnlySleepers())),
        MemoryTest.holds(
            "TaskState", "a coalesced wake carries its payload", WakeCarriesPayload.class),
        MemoryTest.weakened(
            "TaskState", "rings without read-modify-write", WakeCarriesPayloadNot.class),
        MemoryTest.holds(
            "TaskState", "one hands over a task woken while polled", WakeDuringPoll.class),
        MemoryTest.weakened("TaskState", "clears flag after poll", WakeDuringPollForgotten.class),
        MemoryTest.holds("TaskState", "a task is run or claimed", RunOrClaim.class),
        MemoryTest.holds(
            "TaskState", "the end sees the joiner, or he the end", EndSeesJoiner.class),
        MemoryTest.weakened("TaskState", "ends with a release store", EndSeesNoJoiner.class),
        MemoryTest.holds(
            "Shard",
            "the spawner sees the end, or the closing thread the task",
            CloseSeesSpawn.class),
        MemoryTest.weakened("Shard", "enters and looks without a fence", CloseSeesNoSpawn.class));
  }
}
