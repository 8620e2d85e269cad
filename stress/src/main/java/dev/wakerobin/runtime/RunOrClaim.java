package dev.wakerobin.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// A worker begins to poll a task while the closing thread claims it: one of them gets it.
@JCStressTest
@Outcome(
    id = {"true, false", "false, true"},
    expect = Expect.ACCEPTABLE,
    desc = "one has it")
@Outcome(expect = Expect.FORBIDDEN, desc = "both have it, or nobody")
@State
public class RunOrClaim {
  private final Verbs task = Verbs.ofTaskState();

  /// The worker.
  @Actor
  public void start(ZZ_Result result) {
    result.r1 = task.startPolling();
  }

  /// The closing thread.
  @Actor
  public void claim(ZZ_Result result) {
    result.r2 = task.claim();
  }
}
