package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// What was written before a task was pushed is seen by who steals it.
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "nothing there yet")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "stolen, and seen whole")
@Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "stolen, but not seen whole")
@Outcome(id = "-2", expect = Expect.FORBIDDEN, desc = "an empty slot was stolen")
@State
public class RingPublishes {
  private final TaskRing ring = TaskRing.create();
  private final TaskRing mine = TaskRing.create();
  private boolean stole; // The thief's.

  /// The owner.
  @Actor
  public void push() {
    Payload task = new Payload();
    task.written = 1;
    ring.push(task);
  }

  /// The thief.
  @Actor
  public void steal(I_Result result) {
    ReadyTask task = ring.stealInto(mine, _ -> stole = true);
    result.r1 = task != null ? ((Payload) task).written : stole ? -2 : -1;
  }
}
