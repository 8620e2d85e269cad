package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// In what state the tasks were that did not come to an end of their own.
///
/// @param asleep nobody had woken them since their last poll
/// @param unanswered they had been woken and were not polled again
record Ends(List<TaskId> asleep, List<TaskId> unanswered) {
  private enum State {
    ASLEEP,
    WOKEN,
    POLLED,
    POLLED_WOKEN,
    ENDED
  }

  static Ends of(Trace trace) {
    Map<Long, State> states = new HashMap<>();
    for (Event event : trace.events()) {
      see(event, states);
    }
    List<TaskId> asleep = new ArrayList<>();
    List<TaskId> unanswered = new ArrayList<>();
    for (TaskId task : trace.tasks()) {
      switch (states.getOrDefault(task.number(), State.ENDED)) {
        case ASLEEP -> asleep.add(task);
        case WOKEN -> unanswered.add(task);
        case POLLED, POLLED_WOKEN, ENDED -> {}
      }
    }
    return new Ends(List.copyOf(asleep), List.copyOf(unanswered));
  }

  private static void see(Event event, Map<Long, State> states) {
    switch (event) {
      case Event.Spawned e -> states.put(e.task().number(), State.ASLEEP);
      case Event.Woken e -> states.merge(e.task().number(), State.WOKEN, (old, _) -> woken(old));
      case Event.PollStarted e -> states.put(e.task().number(), State.POLLED);
      case Event.PollEnded e -> {
        boolean woken = states.get(e.task().number()) == State.POLLED_WOKEN;
        State after = woken ? State.WOKEN : State.ASLEEP;
        states.put(e.task().number(), e.result() == PollResult.PENDING ? after : State.ENDED);
      }
      case Event.Cancelled e ->
          states.computeIfPresent(
              e.task().number(), (_, old) -> old == State.ASLEEP ? State.ASLEEP : State.ENDED);
      case Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ -> {}
    }
  }

  private static State woken(State old) {
    return switch (old) {
      case ASLEEP, WOKEN -> State.WOKEN;
      case POLLED, POLLED_WOKEN -> State.POLLED_WOKEN;
      case ENDED -> State.ENDED;
    };
  }
}
