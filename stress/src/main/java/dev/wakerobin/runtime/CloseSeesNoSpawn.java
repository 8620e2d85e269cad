package dev.wakerobin.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// Weakened: the spawner looks without a fence, so that his look may come before his entry.
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "nobody ends the task")
@Outcome(expect = Expect.ACCEPTABLE, desc = "somebody saw the other")
@State
public class CloseSeesNoSpawn {
  private static final Engine ENGINE = new StillScheduler(1).runtime.engine();

  private final Shard shard = new Shard();
  private volatile boolean schedulerEnded;

  /// The spawner: true if he sees that there is nobody to run it.
  @Actor
  public void spawn(ZZ_Result result) {
    shard.add(ENGINE.newTask("", Tasks.yieldNow()));
    result.r1 = schedulerEnded;
  }

  /// The closing thread: true if it finds the task.
  @Actor
  public void close(ZZ_Result result) {
    schedulerEnded = true;
    shard.forEach(_ -> result.r2 = true);
  }
}
