package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// What can be counted and measured in a trace. Lengths are along one [Axis].
///
/// | a symptom | the figure that shows it |
/// |---|---|
/// | a long poll | [#longestPoll()] |
/// | a lost waker | [#asleep()], [#hasNoLostWake()] |
/// | a storm of self-wakes | [#selfWakes()], [#mostSelfWakesInARow()] |
/// | a task that never yields | [#polls(TaskId)], [#longestPoll(TaskId)] |
/// | a starved task | [#longestWait()], [#mostPollsWaited()], [#unanswered()] |
public final class Figures {
  private final Trace trace;
  private final Axis axis;

  Figures(Trace trace, Axis axis) {
    this.trace = trace;
    this.axis = axis;
  }

  // ---- Polls

  /// How many polls there were.
  public Figure polls() {
    return Figure.count("polls", trace.polls().size());
  }

  /// How many polls of that task.
  public Figure polls(TaskId task) {
    return Figure.count("polls of " + task, pollsOf(task).size());
  }

  /// How often each task was polled, by number; those that never were are there as well.
  public Map<TaskId, Integer> pollsPerTask() {
    Map<TaskId, Integer> counts = new LinkedHashMap<>();
    trace.tasks().forEach(task -> counts.put(task, 0));
    trace.polls().forEach(poll -> counts.merge(poll.task(), 1, Integer::sum));
    return counts;
  }

  /// The longest poll, one that has not ended included; zero if there was none.
  public Figure longestPoll() {
    return longest("longest poll", trace.polls());
  }

  /// The longest poll of that task.
  public Figure longestPoll(TaskId task) {
    return longest("longest poll of " + task, pollsOf(task));
  }

  private List<TracedPoll> pollsOf(TaskId task) {
    return trace.polls().stream().filter(poll -> poll.task().equals(task)).toList();
  }

  private Figure longest(String name, List<TracedPoll> polls) {
    Optional<TracedPoll> longest =
        polls.stream().max(Comparator.comparingLong(poll -> poll.length(trace, axis)));
    return new Figure(
        name,
        longest.map(poll -> poll.length(trace, axis)).orElse(0L),
        axis::show,
        longest.map(Figures::where).orElse(""));
  }

  private static String where(TracedPoll poll) {
    String worker = poll.worker() == Event.NO_WORKER ? "" : " on worker " + poll.worker();
    return poll.task() + worker + ", from tick " + poll.from();
  }

  // ---- Waiting, from a wake to the poll that it led to

  /// The longest time from a wake to its poll. One whose poll has not come counts up to the end of
  /// the trace, unless the task has ended.
  public Figure longestWait() {
    return waitAt(1, "longest wait");
  }

  /// The time within which that share of all wakes had their poll.
  ///
  /// @param share above 0 and at most 1: 0.5 for the median, 0.99 for the 99th percentile
  public Figure waitAtShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, and this is " + share);
    }
    return waitAt(share, "wait, " + Math.round(share * 1000) / 10.0 + "% are within");
  }

  private Figure waitAt(double share, String name) {
    return ranked(name, share, wake -> waited(wake), axis::show);
  }

  private long waited(TracedWake wake) {
    return axis.at(trace, wake.poll().orElse(trace.lastTick())) - axis.at(trace, wake.tick());
  }

  /// The most polls of other tasks that began between a wake and its poll.
  public Figure mostPollsWaited() {
    return ranked("most polls waited", 1, pollsWaited(), Numbers::grouped);
  }

  /// How many polls of other tasks began between a wake and its poll.
  ToLongFunction<TracedWake> pollsWaited() {
    long[] starts = trace.polls().stream().mapToLong(TracedPoll::from).toArray();
    return wake -> {
      long end = wake.poll().orElse(trace.lastTick() + 1);
      return Math.max(0, place(starts, end) - place(starts, wake.tick()));
    };
  }

  /// How many of the ticks are less.
  private static int place(long[] sorted, long tick) {
    int found = Arrays.binarySearch(sorted, tick);
    return found >= 0 ? found : -found - 1;
  }

  private Figure ranked(
      String name, double share, ToLongFunction<TracedWake> measure, LongFunction<String> units) {
    record Measured(TracedWake wake, long length) {}
    List<Measured> all = new ArrayList<>();
    for (TracedWake wake : answeredOrWaiting()) {
      all.add(new Measured(wake, measure.applyAsLong(wake)));
    }
    all.sort(Comparator.comparingLong(Measured::length));
    if (all.isEmpty()) {
      return new Figure(name, 0, units, "");
    }
    Measured found = all.get((int) Math.ceil(share * all.size()) - 1);
    String where = found.wake().task() + ", woken at tick " + found.wake().tick();
    return new Figure(name, found.length(), units, where);
  }

  /// The wakes that led to a poll, or should.
  List<TracedWake> answeredOrWaiting() {
    Set<TaskId> waiting = new HashSet<>(unanswered());
    return trace.wakes().stream()
        .filter(wake -> wake.poll().isPresent() || waiting.contains(wake.task()))
        .toList();
  }

  // ---- Wakes

  /// How often a task woke itself.
  public Figure selfWakes() {
    long count = trace.wakes().stream().filter(TracedWake::isSelfWake).count();
    return Figure.count("self-wakes", count);
  }

  /// The most wakes in a row by which one task woke itself, with no other wake of it between.
  public Figure mostSelfWakesInARow() {
    Map<TaskId, Integer> running = new HashMap<>();
    int most = 0;
    String where = "";
    for (TracedWake wake : trace.wakes()) {
      int now = wake.isSelfWake() ? running.getOrDefault(wake.task(), 0) + 1 : 0;
      running.put(wake.task(), now);
      if (now > most) {
        most = now;
        where = wake.task().toString();
      }
    }
    return new Figure("most self-wakes in a row", most, Numbers::grouped, where);
  }

  /// The tasks that nobody had woken when the trace stopped, or when the closing runtime cancelled
  /// them. They wait for something, or their waker was lost.
  public List<TaskId> asleep() {
    return Ends.of(trace).asleep();
  }

  /// The tasks that had been woken, and were not polled again, when the trace stopped.
  public List<TaskId> unanswered() {
    return Ends.of(trace).unanswered();
  }

  /// Fails if a task was still asleep, or woken and not polled, when the trace stopped.
  ///
  /// @throws AssertionError naming the tasks
  public Figures hasNoLostWake() {
    Ends ends = Ends.of(trace);
    if (!ends.asleep().isEmpty() || !ends.unanswered().isEmpty()) {
      throw new AssertionError(
          "at the end nobody had woken %s; woken and not polled were %s"
              .formatted(ends.asleep(), ends.unanswered()));
    }
    return this;
  }

  // ---- Workers

  /// How often a worker took tasks from another one.
  public Figure steals() {
    return Figure.count("steals", stealing().size());
  }

  /// How many tasks were taken so.
  public Figure stolenTasks() {
    long tasks = stealing().stream().mapToLong(Event.Stole::tasks).sum();
    return Figure.count("stolen tasks", tasks);
  }

  private List<Event.Stole> stealing() {
    return trace.events().stream()
        .filter(Event.Stole.class::isInstance)
        .map(Event.Stole.class::cast)
        .toList();
  }

  /// How often a worker went to sleep.
  public Figure parks() {
    long count = trace.events().stream().filter(Event.Parked.class::isInstance).count();
    return Figure.count("parks", count);
  }

  /// All of them, one a line.
  @Override
  public String toString() {
    return """
        %s
        %s
        %s
        %s
        %s
        %s
        %s
        %s
        %s
        %s
        """
        .formatted(
            polls(),
            longestPoll(),
            waitAtShare(0.5),
            waitAtShare(0.99),
            longestWait(),
            mostPollsWaited(),
            selfWakes(),
            mostSelfWakesInARow(),
            steals(),
            parks());
  }
}
