package dev.wakerobin.runtime;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// A joiner enters himself, then looks at the real state; the task sets the end, then looks for
/// joiners. One of the two sees the other, as in `TaskCell.poll` and `TaskCell.end`.
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "the joiner waits for ever")
@Outcome(expect = Expect.ACCEPTABLE, desc = "somebody saw the other")
@State
public class EndSeesJoiner {
  private static final class Task extends TaskState {}

  private final TaskState task = new Task();
  private final AtomicReference<String> joiner = new AtomicReference<>("");

  /// Its end: true if there is somebody to wake.
  @Actor
  public void end(ZZ_Result result) {
    task.finish();
    result.r1 = !joiner.getAcquire().isEmpty();
  }

  /// Who joins: true if it has ended.
  @Actor
  public void join(ZZ_Result result) {
    joiner.getAndSet("waits");
    result.r2 = task.isDone();
  }
}
