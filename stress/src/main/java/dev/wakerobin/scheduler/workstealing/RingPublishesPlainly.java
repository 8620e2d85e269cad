package dev.wakerobin.scheduler.workstealing;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// Weakened: the slot and the tail are plain, so that the one may be seen without the other.
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "nothing there yet")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "stolen, and seen whole")
@Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "stolen, but not seen whole")
@Outcome(id = "-2", expect = Expect.FORBIDDEN, desc = "an empty slot was stolen")
@State
public class RingPublishesPlainly {
  private final @Nullable Payload[] slots = new Payload[1];
  private int tail;

  /// The owner.
  @Actor
  public void push() {
    Payload task = new Payload();
    task.written = 1;
    slots[0] = task;
    tail = 1;
  }

  /// The thief.
  @Actor
  public void steal(I_Result result) {
    int end = tail;
    Payload task = slots[0];
    if (end == 0) {
      result.r1 = -1;
    } else {
      result.r1 = task != null ? task.written : -2;
    }
  }
}
