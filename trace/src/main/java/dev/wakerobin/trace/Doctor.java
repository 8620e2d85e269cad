package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Looks through a trace for what is often wrong: one diagnosis for each task and symptom, its
/// worst case, the worst first of each kind.
///
/// A healthy trace has none. Not every diagnosis is an illness: each says what would make it one.
public final class Doctor {
  /// A poll of this length or more is long, if nothing else is said: ten times what Tokio's console
  /// takes for slow, so that a busy machine is not taken for a fault of the program.
  public static final Duration LONG_POLL = Duration.ofMillis(10);

  /// So many self-wakes in a row are a storm.
  public static final int STORM = 1_000;

  private Doctor() {}

  /// What looks ill in that trace.
  public static List<Diagnosis> examine(Trace trace) {
    return examine(trace, LONG_POLL);
  }

  /// The same, taking polls of that length or more for long.
  ///
  /// @throws IllegalArgumentException if the length is not positive
  public static List<Diagnosis> examine(Trace trace, Duration longPoll) {
    if (!longPoll.isPositive()) {
      throw new IllegalArgumentException("a long poll takes some time, and not " + longPoll);
    }
    PollRules polls = new PollRules(trace, longPoll.toNanos());
    WakeRules wakes = new WakeRules(trace);
    List<Diagnosis> all = new ArrayList<>();
    all.addAll(polls.neverYielded());
    all.addAll(polls.longPolls());
    all.addAll(polls.starved());
    all.addAll(wakes.storms());
    all.addAll(wakes.asleep());
    all.addAll(wakes.unpolled());
    all.addAll(wakes.unanswered());
    return List.copyOf(all);
  }

  /// Of each task the one with the greatest measure, of those that are bad; the worst first.
  static <E> Stream<E> worstOfEach(
      List<E> all, Function<E, TaskId> subject, Predicate<E> isBad, ToLongFunction<E> measure) {
    Map<TaskId, E> worst = new LinkedHashMap<>();
    all.stream()
        .filter(isBad)
        .forEach(
            each ->
                worst.merge(
                    subject.apply(each),
                    each,
                    (a, b) -> measure.applyAsLong(b) > measure.applyAsLong(a) ? b : a));
    return worst.values().stream().sorted(Comparator.comparingLong(measure).reversed());
  }
}
