package dev.wakerobin.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/// Weakened: a wake that finds the task queued returns after a volatile read.
@JCStressTest
@Outcome(id = "NOTHING, 1", expect = Expect.ACCEPTABLE, desc = "it relied on a poll that saw it")
@Outcome(id = "NOTED, [01]", expect = Expect.ACCEPTABLE, desc = "there will be another poll")
@Outcome(id = "NOTHING, 0", expect = Expect.FORBIDDEN, desc = "nobody will ever see it")
@State
public class WakeCarriesPayloadNot {
  private final Verbs task = new WeakenedState.RingsWithoutReadModifyWrite();
  private int payload;

  /// Somebody writes, then wakes.
  @Actor
  public void wake(LI_Result result) {
    payload = 1;
    result.r1 = task.ring();
  }

  /// The poll that was due.
  @Actor
  public void poll(LI_Result result) {
    task.startPolling();
    result.r2 = payload;
  }
}
