package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.trace.Diagnosis.Symptom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// A task has starved if it had to wait for so many polls of others for each task there was.
  private static final int PATIENCE = 100;

  private final Trace trace;
  private final long longPoll;

  private Doctor(Trace trace, long longPoll) {
    this.trace = trace;
    this.longPoll = longPoll;
  }

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
    Doctor doctor = new Doctor(trace, longPoll.toNanos());
    List<Diagnosis> all = new ArrayList<>();
    all.addAll(doctor.longPolls());
    all.addAll(doctor.starved());
    all.addAll(doctor.storms());
    all.addAll(doctor.asleep());
    all.addAll(doctor.unanswered());
    return List.copyOf(all);
  }

  // ---- Polls

  private List<Diagnosis> longPolls() {
    return worstOfEach(
            trace.polls(), TracedPoll::task, poll -> nanos(poll) >= longPoll, this::nanos)
        .map(
            poll ->
                new Diagnosis(
                    Symptom.LONG_POLL,
                    poll.task(),
                    poll.from(),
                    "%s was polled for %s without a pause, from tick %d on; %s"
                        .formatted(
                            poll.task(),
                            Numbers.time(nanos(poll)),
                            poll.from(),
                            waitingBeside(poll))))
        .toList();
  }

  private long nanos(TracedPoll poll) {
    return poll.length(trace, Axis.NANOS);
  }

  private String waitingBeside(TracedPoll poll) {
    Set<TaskId> waiting = new HashSet<>();
    for (TracedWake wake : trace.wakes()) {
      boolean sinceBefore = wake.poll().isEmpty() || wake.poll().getAsLong() > poll.to();
      if (sinceBefore && wake.tick() < poll.to() && !wake.task().equals(poll.task())) {
        waiting.add(wake.task());
      }
    }
    return switch (waiting.size()) {
      case 0 -> "nobody waited for it";
      case 1 -> waiting.iterator().next() + " was ready meanwhile, and waited";
      default -> waiting.size() + " tasks were ready meanwhile, and waited";
    };
  }

  // ---- Waiting

  private List<Diagnosis> starved() {
    long patience = (long) PATIENCE * trace.tasks().size();
    ToLongFunction<TracedWake> waited = trace.figures().pollsWaited();
    return worstOfEach(
            trace.figures().answeredOrWaiting(),
            TracedWake::task,
            wake -> waited.applyAsLong(wake) > patience,
            waited)
        .map(
            wake ->
                new Diagnosis(
                    Symptom.STARVED_TASK,
                    wake.task(),
                    wake.tick(),
                    "%s was woken at tick %d, and %s polls of others began before its own"
                        .formatted(
                            wake.task(), wake.tick(), Numbers.grouped(waited.applyAsLong(wake)))))
        .toList();
  }

  // ---- Wakes

  /// Wakes in a row by which a task woke itself.
  private record Storm(TaskId task, long tick, int wakes) {}

  private List<Diagnosis> storms() {
    Map<TaskId, Storm> running = new HashMap<>();
    List<Storm> all = new ArrayList<>();
    for (TracedWake wake : trace.wakes()) {
      Storm before = running.remove(wake.task());
      if (wake.isSelfWake()) {
        Storm now =
            before == null
                ? new Storm(wake.task(), wake.tick(), 1)
                : new Storm(wake.task(), before.tick(), before.wakes() + 1);
        running.put(wake.task(), now);
      } else if (before != null) {
        all.add(before);
      }
    }
    all.addAll(running.values());
    return worstOfEach(all, Storm::task, storm -> storm.wakes() >= STORM, Storm::wakes)
        .map(
            storm ->
                new Diagnosis(
                    Symptom.STORM_OF_SELF_WAKES,
                    storm.task(),
                    storm.tick(),
                    "%s rang its own bell %s times in a row, from tick %d on"
                        .formatted(storm.task(), Numbers.grouped(storm.wakes()), storm.tick())))
        .toList();
  }

  private List<Diagnosis> asleep() {
    return trace.figures().asleep().stream()
        .map(
            task -> {
              long tick = lastTick(task, trace.polls(), TracedPoll::task, TracedPoll::to);
              return new Diagnosis(
                  Symptom.LOST_WAKER,
                  task,
                  tick,
                  "%s sleeps from tick %d on, and nobody rang its bell".formatted(task, tick));
            })
        .toList();
  }

  private List<Diagnosis> unanswered() {
    return trace.figures().unanswered().stream()
        .map(
            task -> {
              long tick = lastTick(task, trace.wakes(), TracedWake::task, TracedWake::tick);
              return new Diagnosis(
                  Symptom.UNANSWERED_WAKE,
                  task,
                  tick,
                  "%s was woken at tick %d, and not polled after that".formatted(task, tick));
            })
        .toList();
  }

  private <E> long lastTick(
      TaskId task, List<E> all, Function<E, TaskId> subject, ToLongFunction<E> tick) {
    return all.stream()
        .filter(each -> subject.apply(each).equals(task))
        .mapToLong(tick)
        .max()
        .orElse(trace.firstTick());
  }

  /// Of each task the one with the greatest measure, of those that are bad; the worst first.
  private static <E> Stream<E> worstOfEach(
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
