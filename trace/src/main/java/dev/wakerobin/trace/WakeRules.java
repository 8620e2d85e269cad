package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.trace.Diagnosis.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What a [Doctor] finds in the wakes of a trace: bells that were rung too often, not at all, or in
/// vain.
record WakeRules(Trace trace) {

  /// Wakes in a row by which a task woke itself.
  private record Storm(TaskId task, long tick, int wakes) {}

  /// Tasks that rang their own bell again and again.
  List<Diagnosis> storms() {
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
    return Doctor.worstOfEach(
            all, Storm::task, storm -> storm.wakes() >= Doctor.STORM, Storm::wakes)
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

  /// Tasks that nobody woke.
  List<Diagnosis> asleep() {
    Set<TaskId> begun = begun();
    return trace.figures().asleep().stream()
        .filter(begun::contains)
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

  /// Tasks that were never polled: what they were to do has not even begun. One that was told to
  /// end before its turn came is none.
  List<Diagnosis> unpolled() {
    Map<TaskId, Long> spawned = new LinkedHashMap<>();
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      if (trace.at(tick) instanceof Event.Spawned event) {
        spawned.put(event.task(), tick);
      }
    }
    spawned.keySet().removeAll(begun());
    return spawned.entrySet().stream()
        .map(
            each ->
                new Diagnosis(
                    Symptom.UNPOLLED_FUTURE,
                    each.getKey(),
                    each.getValue(),
                    "%s was spawned at tick %d and never polled: nothing of it was done"
                        .formatted(each.getKey(), each.getValue())))
        .toList();
  }

  /// Tasks that were woken, and then forgotten.
  List<Diagnosis> unanswered() {
    Set<TaskId> begun = begun();
    return trace.figures().unanswered().stream()
        .filter(begun::contains)
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

  /// Those that were polled, or told to end before they were; and those that began before the trace
  /// did.
  private Set<TaskId> begun() {
    Set<TaskId> begun = new HashSet<>(trace.tasks());
    for (Event event : trace.events()) {
      if (event instanceof Event.Spawned spawned) {
        begun.remove(spawned.task());
      } else if (event instanceof Event.PollStarted started) {
        begun.add(started.task());
      } else if (event instanceof Event.Woken(_, TaskId task, Cause.Abort(), _)) {
        begun.add(task);
      }
    }
    return begun;
  }

  private <E> long lastTick(
      TaskId task, List<E> all, Function<E, TaskId> subject, ToLongFunction<E> tick) {
    return all.stream()
        .filter(each -> subject.apply(each).equals(task))
        .mapToLong(tick)
        .max()
        .orElse(trace.firstTick());
  }
}
