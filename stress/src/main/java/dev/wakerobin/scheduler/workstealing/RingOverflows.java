package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// A full ring: the owner evicts the older half to push one more, while a thief takes that half.
@JCStressTest
@Outcome(id = "257, 257", expect = Expect.ACCEPTABLE, desc = "each task once")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is lost, or doubled")
@State
public class RingOverflows {
  private static final ReadyTask[] TASKS = new ReadyTask[TaskRing.CAPACITY + 1];

  static {
    for (int number = 0; number < TASKS.length; number++) {
      TASKS[number] = Job.numbered(number);
    }
  }

  private final TaskRing ring = TaskRing.create();
  private final TaskRing mine = TaskRing.create();
  private ReadyTask @Nullable [] evicted; // The owner's.
  private @Nullable ReadyTask stolen; // The thief's.

  /// Fills the ring.
  public RingOverflows() {
    for (int number = 0; number < TaskRing.CAPACITY; number++) {
      ring.push(TASKS[number]);
    }
  }

  /// The owner.
  @Actor
  public void push() {
    while (!ring.push(TASKS[TaskRing.CAPACITY])) {
      evicted = ring.takeOlderHalf();
    }
  }

  /// The thief.
  @Actor
  public void steal() {
    stolen = ring.stealInto(mine, _ -> {});
  }

  /// How many tasks there are in the end, and how many different ones.
  @Arbiter
  public void count(II_Result result) {
    List<ReadyTask> all = new ArrayList<>();
    drain(ring, all);
    drain(mine, all);
    if (stolen != null) {
      all.add(stolen);
    }
    if (evicted != null) {
      all.addAll(List.of(evicted));
    }
    result.r1 = all.size();
    result.r2 = new HashSet<>(all).size();
  }

  private static void drain(TaskRing from, List<ReadyTask> into) {
    for (ReadyTask task; (task = from.poll()) != null; ) {
      into.add(task);
    }
  }
}
