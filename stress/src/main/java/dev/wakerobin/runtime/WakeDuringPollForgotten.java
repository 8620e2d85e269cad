package dev.wakerobin.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/// Weakened: the flag that says “woken” is cleared after the poll.
@JCStressTest
@Outcome(id = "NOTED, true", expect = Expect.ACCEPTABLE, desc = "who polls hands it over")
@Outcome(id = "HAND_OVER, false", expect = Expect.ACCEPTABLE, desc = "who wakes hands it over")
@Outcome(expect = Expect.FORBIDDEN, desc = "both hand it over, or nobody")
@State
public class WakeDuringPollForgotten {
  private final Verbs task = new WeakenedState.ClearsFlagAfterPoll();

  /// A task that is being polled.
  public WakeDuringPollForgotten() {
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
