package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// S4 and S9: how long a task may have to wait, counted in polls of others. The scheduler has
/// declared a bound, and these tests try to exceed it.
interface WaitingRules extends Rules {
  /// How often the patient task is woken in one try.
  int WAKES = 20;

  /// S4: a wake from a foreign thread. Very few tasks, and very many, are always among those tried.
  @Property(tries = 8, edgeCases = EdgeCasesMode.FIRST)
  default void s4_a_task_woken_from_outside_waits_no_longer_than_declared(
      @ForAll @IntRange(min = 1, max = 600) int greedy) {
    try (RuntimeRig rig = rig();
        Load load = new Load(rig, greedy)) {
      Patient patient = new Patient(load);
      JoinHandle<Unit> handle = rig.runtime().spawn("patient", patient);
      while (patient.waits.size() < WAKES) {
        patient.ring();
        Patience.await("a task to be polled that was woken from outside", patient::wasPolled);
        patient.takeMeasure();
      }
      patient.end();
      rig.run(handle);
      assertWithinBound(patient.waits, greedy + 1);
    }
  }

  /// S4: a wake by another task, which is as greedy as the others.
  @Property(tries = 8, edgeCases = EdgeCasesMode.FIRST)
  default void s4_a_task_woken_from_inside_waits_no_longer_than_declared(
      @ForAll @IntRange(min = 1, max = 600) int greedy) {
    try (RuntimeRig rig = rig();
        Load load = new Load(rig, greedy)) {
      Patient patient = new Patient(load);
      JoinHandle<Unit> handle = rig.runtime().spawn("patient", patient);
      rig.run(
          (Context context) -> {
            if (patient.wasPolled()) {
              patient.takeMeasure();
              if (patient.waits.size() == WAKES) {
                patient.end();
                return Poll.ready();
              }
              patient.ring();
            }
            context.waker().wake();
            return Poll.<Unit>pending();
          });
      rig.run(handle);
      assertWithinBound(patient.waits, greedy + 2);
    }
  }

  /// S9: a timer whose time has come, while nobody is ever idle.
  @Property(tries = 5)
  default void s9_timers_are_served_under_full_load(
      @ForAll @IntRange(min = 1, max = 300) int greedy) {
    try (RuntimeRig rig = rig();
        Load _ = new Load(rig, greedy)) {
      AtomicBoolean asleep = new AtomicBoolean();
      Future<Unit> hour = Tasks.sleep(Duration.ofHours(1));
      JoinHandle<Unit> sleeper =
          rig.runtime()
              .spawn(
                  "sleeper",
                  context -> {
                    Poll<Unit> answer = hour.poll(context);
                    asleep.set(true);
                    return answer;
                  });
      Thread mover =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    Patience.await("a task to set its timer under full load", asleep::get);
                    rig.clock().advance(Duration.ofHours(1));
                  });
      rig.run(sleeper);
      Patience.await("the clock to be moved", () -> !mover.isAlive());
    }
  }

  /// With one worker each single wait has to keep the bound. With several, the operating system may
  /// stop the worker that has just taken the task, while the others go on: then a single wait says
  /// nothing about the scheduler, and most of them have to keep the bound.
  private void assertWithinBound(List<Long> waits, int liveTasks) {
    List<Long> sorted = waits.stream().sorted().toList();
    long judged = isParallel() ? sorted.get(sorted.size() / 2) : sorted.getLast();
    long bound = provider().traits().fairness().mostPollsBetween(liveTasks, parallelism());
    Evidence.measured(judged, bound);
    assertThat(judged)
        .as(
            "polls of others between a wake and the poll it led to (%s of %d wakes), with %d live"
                + " tasks and %d workers; '%s' declares %d at most (rule S4)",
            isParallel() ? "the median" : "the most",
            WAKES,
            liveTasks,
            parallelism(),
            provider().name(),
            bound)
        .isLessThanOrEqualTo(bound);
  }

  /// Tasks that always wake themselves, until this is closed. Whoever drives the scheduler is a
  /// thread of its own, in a `blockOn` that lasts as long.
  final class Load implements AutoCloseable {
    private final RuntimeRig rig;
    private final Map<Thread, AtomicLong> polls = new ConcurrentHashMap<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<JoinHandle<Unit>> tasks = new ArrayList<>();
    private final Thread driver;

    Load(RuntimeRig rig, int size) {
      this.rig = rig;
      for (int i = 0; i < size; i++) {
        tasks.add(rig.runtime().spawn("greedy " + i, this::pollGreedily));
      }
      this.driver =
          Thread.ofPlatform().daemon().name("driver").start(() -> rig.run(this::pollRoot));
      Patience.await("a load of greedy tasks to run", () -> tally().total() > 2L * size);
    }

    /// What each thread has begun until now.
    Tally tally() {
      Map<Thread, Long> counts = new HashMap<>();
      polls.forEach((thread, count) -> counts.put(thread, count.get()));
      return new Tally(counts);
    }

    private Poll<Unit> pollGreedily(Context context) {
      polls.computeIfAbsent(Thread.currentThread(), _ -> new AtomicLong()).incrementAndGet();
      if (enough.get()) {
        return Poll.ready();
      }
      context.waker().wake();
      return Poll.pending();
    }

    private Poll<Unit> pollRoot(Context context) throws Exception {
      for (JoinHandle<Unit> task : tasks) {
        if (!task.poll(context).isReady()) {
          return Poll.pending();
        }
      }
      return Poll.ready();
    }

    @Override
    public void close() {
      enough.set(true);
      Patience.await("a load of greedy tasks to end", () -> !driver.isAlive());
      tasks.forEach(rig::run);
    }
  }

  /// How many polls of the load each thread had begun at some time.
  record Tally(Map<Thread, Long> polls) {
    long total() {
      return polls.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many polls began since `earlier`, at the end of which `thread` took the task that
    /// waited.
    ///
    /// Workers are not equally fast: one that shares its core with strangers may begin a poll while
    /// another one begins twenty. The task does not wait longer for that by the scheduler's fault.
    /// So if the worker that took it would have made the wait short enough, had all others gone at
    /// its pace, this answers that. A worker that did nothing meanwhile has no pace.
    long since(Tally earlier, Thread thread) {
      long all = total() - earlier.total();
      long own = polls.getOrDefault(thread, 0L) - earlier.polls.getOrDefault(thread, 0L);
      return own > 0 ? Math.min(all, own * polls.size()) : all;
    }
  }

  /// A task that is woken again and again, and how many polls of others began in between.
  final class Patient implements Future<Unit> {
    private final Load load;
    private volatile Waker waker = Waker.noop();
    private volatile boolean polled; // Since it was last rung.
    private volatile boolean ended;
    private volatile Thread polledBy = Thread.currentThread();
    private volatile Tally polledAt = new Tally(Map.of());
    private @Nullable Tally rungAt; // This and the rest belong to whoever rings.
    private final List<Long> waits = new ArrayList<>();

    Patient(Load load) {
      this.load = load;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      polledBy = Thread.currentThread();
      polledAt = load.tally();
      waker = context.waker();
      polled = true;
      return ended ? Poll.ready() : Poll.pending();
    }

    /// Rings. What is read afterwards is a little late, so the wait is never taken for longer than
    /// it was, not even if the ringing thread stood still meanwhile.
    void ring() {
      polled = false;
      waker.wake();
      rungAt = load.tally();
    }

    boolean wasPolled() {
      return polled;
    }

    void takeMeasure() {
      if (rungAt != null) {
        waits.add(polledAt.since(rungAt, polledBy));
      }
    }

    void end() {
      ended = true;
      waker.wake();
    }
  }
}
