package dev.wakerobin.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// Weakened: the end is a release store, so that the look for joiners may come before it.
@JCStressTest
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "the joiner waits for ever")
@Outcome(expect = Expect.ACCEPTABLE, desc = "somebody saw the other")
@State
public class EndSeesNoJoiner {
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicReference<String> joiner = new AtomicReference<>("");

  /// Its end: true if there is somebody to wake.
  @Actor
  public void end(ZZ_Result result) {
    done.setRelease(true);
    result.r1 = !joiner.getAcquire().isEmpty();
  }

  /// Who joins: true if it has ended.
  @Actor
  public void join(ZZ_Result result) {
    joiner.getAndSet("waits");
    result.r2 = done.get();
  }
}
