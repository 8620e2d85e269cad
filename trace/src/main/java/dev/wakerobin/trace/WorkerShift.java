package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a worker can be at, as far as the trace tells.
///
/// ```
///   OFF ◀──started, stopped──▶ IDLE ◀──poll started, poll ended──▶ POLLING
///                              │  ▲
///                        stole └──┤◀──parked, unparked──▶ PARKED
/// ```
///
/// If the beginning of the trace was dropped it may be at several things at first, as in
/// [TaskLife].
final class WorkerShift {
  private enum Place {
    OFF("off"),
    IDLE("between two polls"),
    POLLING("polling"),
    PARKED("parked");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private enum Step {
    STARTED("worker-started", Place.OFF, Place.IDLE),
    STOPPED("worker-stopped", Place.IDLE, Place.OFF),
    POLL_STARTED("poll-started", Place.IDLE, Place.POLLING),
    POLL_ENDED("poll-ended", Place.POLLING, Place.IDLE),
    STOLE("stole", Place.IDLE, Place.IDLE),
    PARKED("parked", Place.IDLE, Place.PARKED),
    UNPARKED("unparked", Place.PARKED, Place.IDLE);

    private final String words;
    private final Place from;
    private final Place to;

    Step(String words, Place from, Place to) {
      this.words = words;
      this.from = from;
      this.to = to;
    }

    static Optional<Step> of(Event event) {
      return switch (event) {
        case Event.WorkerStarted _ -> Optional.of(STARTED);
        case Event.WorkerStopped _ -> Optional.of(STOPPED);
        case Event.PollStarted _ -> Optional.of(POLL_STARTED);
        case Event.PollEnded _ -> Optional.of(POLL_ENDED);
        case Event.Stole _ -> Optional.of(STOLE);
        case Event.Parked _ -> Optional.of(PARKED);
        case Event.Unparked _ -> Optional.of(UNPARKED);
        case Event.Spawned _, Event.Woken _, Event.Cancelled _ -> Optional.empty();
      };
    }
  }

  private Set<Place> places;
  private Optional<TaskId> polled = Optional.empty(); // Whom it polls, if that is known.
  private long nanos = Long.MIN_VALUE;

  private WorkerShift(Set<Place> places) {
    this.places = places;
  }

  static WorkerShift off() {
    return new WorkerShift(EnumSet.of(Place.OFF));
  }

  static WorkerShift unknown() {
    return new WorkerShift(EnumSet.allOf(Place.class));
  }

  /// Something happened. Answers what is wrong with that, if anything, and goes on as if it were
  /// right.
  Optional<String> step(Event event) {
    Optional<Step> found = Step.of(event);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Step step = found.get();
    Optional<String> complaint =
        places.contains(step.from)
            ? Optional.empty()
            : Optional.of("is %s; expected %s".formatted(words(), expected()));
    places = EnumSet.of(step.to);
    return complaint;
  }

  /// Begins and ends polls. Answers whose poll was open if that was another task's.
  Optional<TaskId> pollsInstead(Event event) {
    Optional<TaskId> open = polled;
    return switch (event) {
      case Event.PollStarted started -> {
        polled = Optional.of(started.task());
        yield Optional.empty();
      }
      case Event.PollEnded ended -> {
        polled = Optional.empty();
        yield open.filter(task -> task.number() != ended.task().number());
      }
      case Event.Spawned _,
          Event.Woken _,
          Event.Cancelled _,
          Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ ->
          Optional.empty();
    };
  }

  /// Answers the time of the event before if that was later. Wakes are left out: one that was put
  /// in its place may come from a thread that was ahead.
  Optional<Long> laterBefore(Event event) {
    if (event instanceof Event.Woken) {
      return Optional.empty();
    }
    long before = nanos;
    nanos = event.nanos();
    return before > nanos ? Optional.of(before) : Optional.empty();
  }

  private String words() {
    return String.join(", or ", places.stream().map(place -> place.words).toList());
  }

  private String expected() {
    List<String> fitting = new ArrayList<>();
    for (Step step : Step.values()) {
      if (places.contains(step.from)) {
        fitting.add(step.words);
      }
    }
    return String.join(" or ", fitting);
  }
}
