package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// One task in the ring, and both want it.
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the owner has it")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the thief has it")
@Outcome(expect = Expect.FORBIDDEN, desc = "both have it, or nobody")
@State
public class RingTakesOnce {
  private final TaskRing ring = TaskRing.create();
  private final TaskRing mine = TaskRing.create();

  /// Puts the task there.
  public RingTakesOnce() {
    ring.push(new Payload());
  }

  /// The owner.
  @Actor
  public void poll(II_Result result) {
    ReadyTask task = ring.poll();
    result.r1 = task != null ? 1 : 0;
  }

  /// The thief.
  @Actor
  public void steal(II_Result result) {
    ReadyTask task = ring.stealInto(mine, _ -> {});
    result.r2 = task != null ? 1 : 0;
  }
}
