package dev.wakerobin.testkit;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.runtime.Instrument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Checks each event of a run against the grammar in [Event]: every beginning of a trace has to be
/// a beginning of a sentence.
///
/// ```
/// unborn ──Spawned──▶ waiting ──PollStarted──▶ polled ──PollEnded(READY | THREW)──▶ ended
///                       │  ▲                     │                                    ▲
///                       │  └──PollEnded(PENDING)─┘                                    │
///                       └───────────────────Cancelled─────────────────────────────────┘
/// ```
final class TraceGrammar implements Instrument {
  private static final int REMEMBERED = 6;

  private enum Place {
    WAITING,
    POLLED,
    ENDED
  }

  private static final class History {
    Place place = Place.WAITING; // This and the rest are guarded by the history.
    final Deque<String> last = new ArrayDeque<>();
  }

  private final Map<Long, History> tasks = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Override
  public void on(Event event) {
    switch (event) {
      case Event.Spawned spawned -> {
        if (tasks.put(spawned.task().number(), new History()) != null) {
          faults.add(spawned.task() + " was spawned twice");
        }
      }
      case Event.Woken woken ->
          step(woken.task().number(), event, Optional.empty(), Optional.empty());
      case Event.PollStarted started ->
          step(
              started.task().number(),
              event,
              Optional.of(Place.WAITING),
              Optional.of(Place.POLLED));
      case Event.PollEnded ended -> {
        Place to = ended.result() == PollResult.PENDING ? Place.WAITING : Place.ENDED;
        step(ended.task().number(), event, Optional.of(Place.POLLED), Optional.of(to));
      }
      case Event.Cancelled cancelled ->
          step(
              cancelled.task().number(),
              event,
              Optional.of(Place.WAITING),
              Optional.of(Place.ENDED));
      case Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ -> {}
    }
  }

  private void step(long task, Event event, Optional<Place> from, Optional<Place> to) {
    History history = tasks.get(task);
    if (history == null) {
      faults.add("task " + task + " was not spawned when this came: " + event);
      return;
    }
    synchronized (history) {
      if (from.isPresent() && history.place != from.get()) {
        faults.add(
            "task %d was %s when this came: %s; before that %s"
                .formatted(task, history.place, event, history.last));
      }
      to.ifPresent(next -> history.place = next);
      history.last.addLast(event.toString());
      if (history.last.size() > REMEMBERED) {
        history.last.removeFirst();
      }
    }
  }

  /// The tasks that have not ended, each with the last things that happened to it.
  String unfinished() {
    StringBuilder text = new StringBuilder();
    tasks.forEach(
        (number, history) -> {
          synchronized (history) {
            if (history.place != Place.ENDED) {
              text.append("task ").append(number).append(" is ").append(history.place);
              history.last.forEach(line -> text.append("\n    ").append(line));
              text.append('\n');
            }
          }
        });
    return text.toString();
  }

  /// To be called when the runtime is closed: no sentence may be left unfinished.
  void checkComplete() {
    if (!faults.isEmpty()) {
      throw new AssertionError("the events break the grammar: " + faults);
    }
    String unfinished = unfinished();
    if (!unfinished.isEmpty()) {
      throw new AssertionError("the runtime is closed, and these have not ended:\n" + unfinished);
    }
  }
}
