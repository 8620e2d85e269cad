package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

class CausalOrderProperties {

  @Property(tries = 300)
  void what_was_told_in_order_stays_as_it_is(
      @ForAll long seed, @ForAll @IntRange(max = 120) int steps) {
    List<Event> events = ModelTraces.draw(seed, steps);
    assertThat(CausalOrder.of(events)).isEqualTo(events);
  }

  @Property(tries = 500)
  void wakes_told_too_late_by_other_threads_are_put_where_they_fit(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int steps) {
    List<Event> happened = ModelTraces.draw(seed, steps);
    List<Event> told = withLateWakes(happened, new Random(seed));
    boolean outOfOrder = !Trace.of(told).faults().isEmpty();
    Statistics.collect(outOfOrder);
    Statistics.coverage(CausalOrderProperties::bothOften);
    List<Event> ordered = CausalOrder.of(told);
    assertThat(Trace.of(ordered).faults()).isEmpty();
    assertThat(ordered).containsExactlyInAnyOrderElementsOf(happened);
  }

  /// A task whose spawning was dropped leaves nothing to count by: its wakes say nothing then.
  @Property(tries = 500)
  void where_the_beginning_was_dropped_a_late_wake_is_no_fault(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int steps) {
    Random random = new Random(seed);
    List<Event> told = withLateWakes(ModelTraces.draw(seed, steps), random);
    int dropped = random.nextInt(told.size());
    List<Event> left = CausalOrder.of(told.subList(dropped, told.size()));
    assertThat(Trace.of(dropped, left).faults()).isEmpty();
  }

  private static final TaskId RUNG = new TaskId(1, "rung");
  private static final TaskId RINGER = new TaskId(2, "ringer");

  /// The ringer is spawned while the task is polled for somebody else's wake, which is told last.
  @Example
  void a_wake_is_not_put_before_the_spawning_of_the_task_that_rang() {
    Event late = new Event.Woken(0, RUNG, new Cause.ForeignThread("late"), Event.NO_WORKER);
    List<Event> told = new ArrayList<>(twoWorkers());
    told.addAll(spawned(RUNG));
    told.addAll(polled(RUNG, 0, PollResult.PENDING));
    told.add(new Event.PollStarted(0, RUNG, 0));
    told.addAll(spawned(RINGER));
    told.add(new Event.PollStarted(0, RINGER, 1));
    told.add(new Event.Woken(0, RUNG, new Cause.Task(RINGER), 1));
    told.add(late);
    told.add(new Event.PollEnded(0, RINGER, 1, PollResult.READY));
    told.add(new Event.PollEnded(0, RUNG, 0, PollResult.PENDING));
    assertThat(Trace.of(told).faults()).as("as it was told").isNotEmpty();
    List<Event> ordered = CausalOrder.of(told);
    assertThat(Trace.of(ordered).faults()).isEmpty();
    assertThat(ordered).containsExactlyInAnyOrderElementsOf(told);
    assertThat(ordered.indexOf(late)).as("before the poll that it led to").isEqualTo(6);
  }

  /// A task tells that its poll is over, and is still being polled for a moment.
  @Example
  void a_ring_between_the_telling_of_the_end_and_the_end_is_left_out() {
    List<Event> told = new ArrayList<>(twoWorkers());
    told.addAll(spawned(RUNG));
    told.addAll(polled(RUNG, 0, PollResult.READY));
    told.addAll(spawned(RINGER));
    told.add(new Event.PollStarted(0, RINGER, 1));
    Event inVain = new Event.Woken(0, RUNG, new Cause.Task(RINGER), 1);
    told.add(inVain);
    told.add(new Event.PollEnded(0, RINGER, 1, PollResult.READY));
    List<Event> ordered = CausalOrder.of(told);
    assertThat(Trace.of(ordered).faults()).isEmpty();
    assertThat(ordered).doesNotContain(inVain).hasSize(told.size() - 1);
  }

  private static List<Event> twoWorkers() {
    return List.of(new Event.WorkerStarted(0, 0, "a"), new Event.WorkerStarted(0, 1, "b"));
  }

  private static List<Event> spawned(TaskId task) {
    return List.of(
        new Event.Spawned(0, task, Optional.empty(), Event.NO_WORKER),
        new Event.Woken(0, task, new Cause.Spawn(), Event.NO_WORKER));
  }

  private static List<Event> polled(TaskId task, int worker, PollResult result) {
    return List.of(
        new Event.PollStarted(0, task, worker), new Event.PollEnded(0, task, worker, result));
  }

  private static void bothOften(StatisticsCoverage coverage) {
    coverage.check(true).percentage(share -> share > 10);
    coverage.check(false).percentage(share -> share > 5);
  }

  /// A wake that fell into a poll on another worker may be told any time later, but not after the
  /// next wake of that task: only one thread is late at a time.
  private static List<Event> withLateWakes(List<Event> happened, Random random) {
    List<Event> told = new ArrayList<>(happened);
    Map<TaskId, Integer> polledOn = new HashMap<>();
    for (Event event : happened) {
      switch (event) {
        case Event.PollStarted started -> polledOn.put(started.task(), started.worker());
        case Event.PollEnded ended -> polledOn.remove(ended.task());
        case Event.Woken wake -> {
          Integer worker = polledOn.get(wake.task());
          if (worker != null && worker != wake.worker() && random.nextBoolean()) {
            tellLater(told, wake, random);
          }
        }
        case Event.Spawned _,
            Event.Cancelled _,
            Event.WorkerStarted _,
            Event.WorkerStopped _,
            Event.Parked _,
            Event.Unparked _,
            Event.Stole _ -> {}
      }
    }
    return told;
  }

  private static void tellLater(List<Event> told, Event.Woken wake, Random random) {
    int from = told.indexOf(wake);
    int to = from + 1;
    while (to < told.size() && !mayNotPass(told.get(to), wake)) {
      to++;
    }
    told.remove(from);
    told.add(from + random.nextInt(to - from), wake);
  }

  /// A worker does nothing else before it has told; and the next wake of that task is told after
  /// this one.
  private static boolean mayNotPass(Event next, Event.Woken wake) {
    boolean sameWorker = wake.worker() != Event.NO_WORKER && next.worker() == wake.worker();
    return sameWorker || (next instanceof Event.Woken later && later.task().equals(wake.task()));
  }
}
