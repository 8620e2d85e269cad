package dev.wakerobin.scheduler.workstealing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// Push, then look for sleepers; announce the sleep, then look for tasks. One of the two sees the
/// other.
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "a task waits beside a sleeper")
@Outcome(expect = Expect.ACCEPTABLE, desc = "somebody saw the other")
@State
public class IdleSeesOneAnother {
  private static final WorkStealingScheduler NOBODY =
      new WorkStealingScheduler(new StressContext(0));
  private static final Worker WORKER =
      new Worker(NOBODY, 0, new StressContext(0).newParker(), new StressContext(0).random());

  private final Idle idle = new Idle(2);
  private final TaskRing ring = TaskRing.create();

  /// The pusher: true if it has somebody to unpark.
  @Actor
  public void push(ZZ_Result result) {
    ring.push(Job.numbered(1));
    result.r1 = idle.workerToNotify() != null;
  }

  /// The sleeper: true if there is a task.
  @Actor
  public void sleep(ZZ_Result result) {
    idle.announceSleep(WORKER, false);
    result.r2 = !ring.isEmpty();
  }
}
