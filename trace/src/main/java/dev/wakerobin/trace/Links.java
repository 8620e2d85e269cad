package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The polls of a trace, its wakes, and which wake led to which poll.
///
/// ```
///   wake 1   wake 2            wake 3
///     │        │                 │
///     ▼        └──────┐          ▼         the oldest wake of a task that has led
///   poll 1 ───────▶ poll 2 ──▶ poll 3      to nothing yet leads to its next poll
/// ```
///
/// @param polls in the order in which they began
/// @param wakes in order
/// @param pollByStart the polls, by the tick at which they began
/// @param wakeByTick the wakes, by their tick
record Links(
    List<TracedPoll> polls,
    List<TracedWake> wakes,
    Map<Long, TracedPoll> pollByStart,
    Map<Long, TracedWake> wakeByTick) {

  static Links in(Trace trace) {
    Linking linking = new Linking(trace);
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      linking.see(tick, trace.at(tick));
    }
    return linking.links();
  }

  Optional<TracedPoll> pollBegunAt(long tick) {
    return Optional.ofNullable(pollByStart.get(tick));
  }

  /// The wake that led to that poll, if it is in the trace.
  Optional<TracedWake> wakeOf(TracedPoll poll) {
    return poll.wake().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(wakeByTick.get(poll.wake().getAsLong()));
  }

  /// The poll in which that bell was rung, if it was a task that rang.
  Optional<TracedPoll> ringingPoll(TracedWake wake) {
    return wake.rungIn().isEmpty() ? Optional.empty() : pollBegunAt(wake.rungIn().getAsLong());
  }

  /// A poll that has begun, and the wake that led to it.
  private record Begun(TaskId task, int worker, long from, OptionalLong wake) {
    TracedPoll ended(long to, Optional<PollResult> result) {
      return new TracedPoll(task, worker, from, to, result, wake);
    }
  }

  /// What is known of a task so far.
  private static final class History {
    final Deque<TracedWake> pending = new ArrayDeque<>(); // Wakes that have led to nothing yet.
    Optional<TaskId> spawner = Optional.empty();
    @Nullable Begun begun;
    OptionalLong lastPoll = OptionalLong.empty();
  }

  private static final class Linking {
    private final Trace trace;
    private final Map<Long, History> tasks = new HashMap<>();
    private final List<TracedPoll> polls = new ArrayList<>();
    private final List<TracedWake> wakes = new ArrayList<>();

    Linking(Trace trace) {
      this.trace = trace;
    }

    void see(long tick, Event event) {
      switch (event) {
        case Event.Spawned spawned -> history(spawned.task()).spawner = spawned.by();
        case Event.Woken woken -> wake(tick, woken);
        case Event.PollStarted started -> begin(tick, started);
        case Event.PollEnded ended -> end(tick, ended);
        case Event.Cancelled _,
            Event.WorkerStarted _,
            Event.WorkerStopped _,
            Event.Parked _,
            Event.Unparked _,
            Event.Stole _ -> {}
      }
    }

    private History history(TaskId task) {
      return tasks.computeIfAbsent(task.number(), _ -> new History());
    }

    private void wake(long tick, Event.Woken woken) {
      History history = history(woken.task());
      Optional<TaskId> by =
          switch (woken.cause()) {
            case Cause.Spawn() -> history.spawner;
            case Cause.Task(TaskId ringer) -> Optional.of(ringer);
            case Cause.Timer _, Cause.Abort _, Cause.BlockingCall _, Cause.ForeignThread _ ->
                Optional.empty();
          };
      OptionalLong rungIn = by.isEmpty() ? OptionalLong.empty() : history(by.get()).lastPoll;
      history.pending.add(
          new TracedWake(
              tick, woken.task(), woken.cause(), by, woken.worker(), rungIn, OptionalLong.empty()));
    }

    private void begin(long tick, Event.PollStarted started) {
      History history = history(started.task());
      endUnfinished(history, tick);
      TracedWake wake = history.pending.poll();
      OptionalLong led = OptionalLong.empty();
      if (wake != null) {
        wakes.add(leadingTo(wake, tick));
        led = OptionalLong.of(wake.tick());
      }
      history.begun = new Begun(started.task(), started.worker(), tick, led);
      history.lastPoll = OptionalLong.of(tick);
    }

    private static TracedWake leadingTo(TracedWake w, long poll) {
      return new TracedWake(
          w.tick(), w.task(), w.cause(), w.by(), w.worker(), w.rungIn(), OptionalLong.of(poll));
    }

    private void end(long tick, Event.PollEnded ended) {
      History history = history(ended.task());
      Begun begun = history.begun;
      if (begun == null) { // Its beginning was dropped.
        begun = new Begun(ended.task(), ended.worker(), trace.firstTick(), OptionalLong.empty());
      }
      polls.add(begun.ended(tick, Optional.of(ended.result())));
      history.begun = null;
    }

    private void endUnfinished(History history, long tick) {
      Begun begun = history.begun;
      if (begun != null) {
        polls.add(begun.ended(tick, Optional.empty()));
        history.begun = null;
      }
    }

    Links links() {
      for (History history : tasks.values()) {
        endUnfinished(history, trace.lastTick());
        wakes.addAll(history.pending);
      }
      polls.sort(Comparator.comparingLong(TracedPoll::from));
      wakes.sort(Comparator.comparingLong(TracedWake::tick));
      Map<Long, TracedPoll> pollByStart = new HashMap<>();
      polls.forEach(poll -> pollByStart.putIfAbsent(poll.from(), poll));
      Map<Long, TracedWake> wakeByTick = new HashMap<>();
      wakes.forEach(wake -> wakeByTick.put(wake.tick(), wake));
      return new Links(List.copyOf(polls), List.copyOf(wakes), pollByStart, wakeByTick);
    }
  }
}
