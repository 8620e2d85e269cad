package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts those wakes in their place that were told too early or too late.
///
/// A thread that rings while another one polls first changes the state of the task, then tells.
/// Meanwhile the other one tells what it does:
///
/// ```
///   told                                          happened
///   PollStarted PollEnded PollStarted  Woken      PollStarted PollEnded Woken PollStarted
///   PollStarted PollEnded(READY)  Woken           PollStarted Woken PollEnded(READY)
///   Woken Woken PollStarted PollEnded             Woken PollStarted Woken PollEnded
/// ```
///
/// Each poll has exactly one wake that led to it, so counting tells which wake is out of place.
/// Only wakes from another worker than the poll's can be: one thread tells in order. And a wake is
/// never put before the spawning of the task that rang: another one is the late one then. If it
/// rang a task that has told its end, and been spawned after that, it rang in the moment between
/// the telling and the end. It has led to nothing, and is left out.
final class CausalOrder {
  /// Keys leave room for one wake before and one after each event.
  private static final long STEP = 4;

  private static final long UNKNOWN = -1;

  private record Keyed(long key, Event event) {}

  /// A poll, by the worker it is on and the key of its start or end.
  private record Point(int worker, long key) {}

  /// What is known of a task so far.
  private static final class History {
    long born = UNKNOWN; // The key of its spawning.
    boolean polled;
    int pending; // Wakes that have led to nothing yet.
    final Deque<Point> owed = new ArrayDeque<>(); // Polls whose wake was not told yet.
    final Deque<Integer> early = new ArrayDeque<>(); // Wakes that belong into the next poll.
    Point end = new Point(Event.NO_WORKER, -1); // How its life ended.
  }

  private final List<Keyed> keyed = new ArrayList<>();
  private final Map<Long, History> tasks = new HashMap<>();

  private CausalOrder() {}

  static List<Event> of(List<Event> told) {
    CausalOrder order = new CausalOrder();
    told.forEach(order::place);
    return order.keyed.stream()
        .sorted(Comparator.comparingLong(Keyed::key)) // Stable: equal keys stay as they were told.
        .map(Keyed::event)
        .toList();
  }

  private void place(Event event) {
    long key = keyed.size() * STEP;
    switch (event) {
      case Event.Spawned e -> history(e.task().number()).born = key;
      case Event.Woken e -> {
        if (rangInVain(e)) {
          return;
        }
        key = keyOf(e, key);
      }
      case Event.PollStarted e -> begin(history(e.task().number()), new Point(e.worker(), key));
      case Event.PollEnded e -> end(history(e.task().number()), e, key);
      case Event.Cancelled e -> history(e.task().number()).end = new Point(e.worker(), key);
      case Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ -> {}
    }
    keyed.add(new Keyed(key, event));
  }

  private History history(long task) {
    return tasks.computeIfAbsent(task, _ -> new History());
  }

  private long keyOf(Event.Woken wake, long key) {
    History history = history(wake.task().number());
    if (history.born == UNKNOWN) {
      return key; // What came before was dropped, so there is nothing to count by.
    }
    Point owed = history.owed.peek();
    if (owed != null && differs(wake, owed) && ringerIsBornBefore(owed, wake)) {
      history.owed.remove();
      return owed.key() - 1;
    }
    if (history.end.key() >= 0) {
      return differs(wake, history.end) ? history.end.key() - 1 : key;
    }
    if (history.pending > 0 && !history.polled) {
      history.early.add(keyed.size());
    } else {
      history.pending++;
    }
    return key;
  }

  private boolean rangInVain(Event.Woken wake) {
    Point end = history(wake.task().number()).end;
    return end.key() >= 0 && !ringerIsBornBefore(end, wake);
  }

  private boolean ringerIsBornBefore(Point point, Event.Woken wake) {
    return !(wake.cause() instanceof Cause.Task(TaskId ringer))
        || history(ringer.number()).born < point.key();
  }

  private void begin(History history, Point start) {
    if (history.pending > 0) {
      history.pending--;
    } else {
      history.owed.add(start);
    }
    history.polled = true;
    Integer early = history.early.poll();
    if (early != null) {
      Event wake = keyed.get(early).event();
      long key = differs(wake, start) ? start.key() + 1 : keyed.get(early).key();
      keyed.set(early, new Keyed(key, wake));
      history.pending++;
    }
  }

  private static void end(History history, Event.PollEnded ended, long key) {
    history.polled = false;
    if (ended.result() != Event.PollResult.PENDING) {
      history.end = new Point(ended.worker(), key);
    }
  }

  private static boolean differs(Event wake, Point point) {
    return wake.worker() == Event.NO_WORKER || wake.worker() != point.worker();
  }
}
