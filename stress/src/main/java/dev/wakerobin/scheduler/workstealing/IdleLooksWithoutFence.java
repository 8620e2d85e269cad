package dev.wakerobin.scheduler.workstealing;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// Weakened: the pusher looks for sleepers without a fence, so that its look may come before its
/// push.
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "a task waits beside a sleeper")
@Outcome(expect = Expect.ACCEPTABLE, desc = "somebody saw the other")
@State
public class IdleLooksWithoutFence {
  private final AtomicInteger awake = new AtomicInteger(2);
  private final TaskRing ring = TaskRing.create();

  /// The pusher: true if it sees a sleeper.
  @Actor
  public void push(ZZ_Result result) {
    ring.push(Job.numbered(1));
    result.r1 = awake.get() < 2;
  }

  /// The sleeper: true if there is a task.
  @Actor
  public void sleep(ZZ_Result result) {
    awake.getAndDecrement();
    result.r2 = !ring.isEmpty();
  }
}
