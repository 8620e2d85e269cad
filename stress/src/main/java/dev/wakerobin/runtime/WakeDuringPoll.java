package dev.wakerobin.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/// A wake while the poll comes to its end: exactly one of the two hands the task over.
@JCStressTest
@Outcome(id = "NOTED, true", expect = Expect.ACCEPTABLE, desc = "who polls hands it over")
@Outcome(id = "HAND_OVER, false", expect = Expect.ACCEPTABLE, desc = "who wakes hands it over")
@Outcome(expect = Expect.FORBIDDEN, desc = "both hand it over, or nobody")
@State
public class WakeDuringPoll {
  private final Verbs task = Verbs.ofTaskState();

  /// A task that is being polled.
  public WakeDuringPoll() {
    task.startPolling();
  }

  /// Somebody wakes it.
  @Actor
  public void wake(LZ_Result result) {
    result.r1 = task.ring();
  }

  /// The poll answers pending.
  @Actor
  public void pause(LZ_Result result) {
    result.r2 = task.pause();
  }
}
