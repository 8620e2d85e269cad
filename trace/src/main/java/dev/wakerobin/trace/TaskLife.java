package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a task can be in its life, as far as the trace tells.
///
/// ```
///   UNBORN ──spawned──▶ ASLEEP ──woken──▶ WOKEN ──poll started──▶ POLLED ──woken──▶ POLLED_WOKEN
///                         ▲                 ▲                       │                    │
///                         └─────────────────┼────────pending────────┘                    │
///                                           └─────────────────pending────────────────────┘
///
///   POLLED, POLLED_WOKEN ──ready, threw──▶ ENDED
///   ASLEEP, WOKEN, CANCELLING ──cancelled──▶ ENDED
///   WOKEN ──woken──▶ CANCELLING: its future rings its own bell while it is told to cancel
/// ```
///
/// If the spawning of a task was dropped with the beginning of the trace, it may be in several
/// places at first; each event rules some of them out. None left means that the event does not fit.
/// Its wakes rule out nothing: which poll a wake led to is found by counting from the first one on
/// (see [CausalOrder]), so one that was told late may seem to come anywhere.
final class TaskLife {
  /// The places.
  enum Place {
    UNBORN("not spawned"),
    ASLEEP("asleep: nobody has woken it since its last poll began"),
    WOKEN("woken and not polled"),
    CANCELLING("woken twice, so being cancelled"),
    POLLED("being polled"),
    POLLED_WOKEN("being polled, and woken meanwhile"),
    ENDED("ended");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  /// What can happen to a task.
  enum Step {
    SPAWNED("spawned"),
    WOKEN("woken"),
    POLL_STARTED("poll-started"),
    PENDING("poll-ended pending"),
    OVER("poll-ended ready or threw"),
    CANCELLED("cancelled");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    static Optional<Step> of(Event event) {
      return switch (event) {
        case Event.Spawned _ -> Optional.of(SPAWNED);
        case Event.Woken _ -> Optional.of(WOKEN);
        case Event.PollStarted _ -> Optional.of(POLL_STARTED);
        case Event.PollEnded ended ->
            Optional.of(ended.result() == PollResult.PENDING ? PENDING : OVER);
        case Event.Cancelled _ -> Optional.of(CANCELLED);
        case Event.WorkerStarted _,
            Event.WorkerStopped _,
            Event.Parked _,
            Event.Unparked _,
            Event.Stole _ ->
            Optional.empty();
      };
    }

    /// Where it leads to; nowhere if it does not fit there.
    private Optional<Place> from(Place place) {
      return switch (this) {
        case SPAWNED -> place == Place.UNBORN ? Optional.of(Place.ASLEEP) : Optional.empty();
        case WOKEN ->
            switch (place) {
              case ASLEEP -> Optional.of(Place.WOKEN);
              case WOKEN -> Optional.of(Place.CANCELLING);
              case POLLED -> Optional.of(Place.POLLED_WOKEN);
              case UNBORN, CANCELLING, POLLED_WOKEN, ENDED -> Optional.empty();
            };
        case POLL_STARTED -> place == Place.WOKEN ? Optional.of(Place.POLLED) : Optional.empty();
        case PENDING ->
            switch (place) {
              case POLLED -> Optional.of(Place.ASLEEP);
              case POLLED_WOKEN -> Optional.of(Place.WOKEN);
              case UNBORN, ASLEEP, WOKEN, CANCELLING, ENDED -> Optional.empty();
            };
        case OVER ->
            place == Place.POLLED || place == Place.POLLED_WOKEN
                ? Optional.of(Place.ENDED)
                : Optional.empty();
        case CANCELLED ->
            switch (place) {
              case ASLEEP, WOKEN, CANCELLING -> Optional.of(Place.ENDED);
              case UNBORN, POLLED, POLLED_WOKEN, ENDED -> Optional.empty();
            };
      };
    }

    private Set<Place> fromAnyOf(Set<Place> places) {
      Set<Place> to = EnumSet.noneOf(Place.class);
      places.forEach(place -> from(place).ifPresent(to::add));
      return to;
    }
  }

  private Set<Place> places;
  private boolean wakesCount; // Whether all its wakes are in the trace, and in their places.

  private TaskLife(Set<Place> places, boolean wakesCount) {
    this.places = places;
    this.wakesCount = wakesCount;
  }

  static TaskLife unborn() {
    return new TaskLife(EnumSet.of(Place.UNBORN), true);
  }

  static TaskLife unknown() {
    return new TaskLife(EnumSet.allOf(Place.class), false);
  }

  /// Something happened. Answers what is wrong with that, if anything, and goes on as if what was
  /// missing had happened.
  Optional<String> step(Step step) {
    wakesCount |= step == Step.SPAWNED;
    if (!wakesCount) {
      if (step == Step.WOKEN) {
        return Optional.empty();
      }
      wakeAnywhere();
    }
    Set<Place> to = step.fromAnyOf(places);
    if (!to.isEmpty()) {
      places = to;
      return Optional.empty();
    }
    String complaint = "is %s; expected %s".formatted(words(), expected());
    places = step.fromAnyOf(EnumSet.allOf(Place.class));
    return Optional.of(complaint);
  }

  /// A wake may have been dropped, or be told later.
  private void wakeAnywhere() {
    Set<Place> woken = Step.WOKEN.fromAnyOf(places);
    places.addAll(woken);
  }

  /// A task that does something has been spawned. False if it has not.
  boolean exists() {
    places.remove(Place.UNBORN);
    boolean exists = !places.isEmpty();
    if (!exists) {
      places = EnumSet.complementOf(EnumSet.of(Place.UNBORN));
    }
    return exists;
  }

  /// Whether it cannot have ended.
  boolean goesOn() {
    return !places.contains(Place.ENDED);
  }

  boolean isAsleep() {
    return places.equals(EnumSet.of(Place.ASLEEP));
  }

  private String words() {
    return String.join(", or ", places.stream().map(place -> place.words).toList());
  }

  private String expected() {
    List<String> fitting = new ArrayList<>();
    for (Step step : Step.values()) {
      if (!step.fromAnyOf(places).isEmpty()) {
        fitting.add(step.words);
      }
    }
    return fitting.isEmpty() ? "nothing more of it" : String.join(" or ", fitting);
  }
}
