package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.trace.Diagnosis.Symptom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// What a [Doctor] finds in the polls of a trace: who kept a thread, and who had to wait.
///
/// @param longPoll in nanoseconds; a poll of this length or more is long
record PollRules(Trace trace, long longPoll) {
  /// A task has starved if it had to wait for so many polls of others for each task there was.
  private static final int PATIENCE = 100;

  /// Long polls of tasks that never gave way, in all their life.
  List<Diagnosis> neverYielded() {
    Set<TaskId> yielding = yielding();
    return worst(poll -> !yielding.contains(poll.task())).stream()
        .map(
            poll ->
                new Diagnosis(
                    Symptom.NEVER_YIELDED,
                    poll.task(),
                    poll.from(),
                    "%s was polled once, from tick %d on, %s %s, and never answered pending; %s"
                        .formatted(
                            poll.task(),
                            poll.from(),
                            poll.result().isPresent() ? "for" : "and it still lasts after",
                            Numbers.time(nanos(poll)),
                            waitingBeside(poll))))
        .toList();
  }

  /// Long polls of tasks that gave way at other times.
  List<Diagnosis> longPolls() {
    Set<TaskId> yielding = yielding();
    return worst(poll -> yielding.contains(poll.task())).stream()
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

  private Set<TaskId> yielding() {
    Set<TaskId> yielding = new HashSet<>();
    for (TracedPoll poll : trace.polls()) {
      if (poll.result().filter(PollResult.PENDING::equals).isPresent()) {
        yielding.add(poll.task());
      }
    }
    return yielding;
  }

  private List<TracedPoll> worst(Predicate<TracedPoll> which) {
    return Doctor.worstOfEach(
            trace.polls(),
            TracedPoll::task,
            poll -> nanos(poll) >= longPoll && which.test(poll),
            this::nanos)
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

  /// Tasks that were ready, and passed over.
  List<Diagnosis> starved() {
    long patience = (long) PATIENCE * trace.tasks().size();
    ToLongFunction<TracedWake> waited = trace.figures().pollsWaited();
    return Doctor.worstOfEach(
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
}
