package dev.wakerobin.tutorial.chapter12.paper;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lays out what [SimulatedWorkers] played one after the other: each event is moved to where it
/// would have been, by as much as its poll.
public final class SideBySide {
  private final List<Long> begins;
  private final List<Event> moved = new ArrayList<>();
  private int polls; // That have begun.
  private long shift; // Of the latest of them.

  private SideBySide(List<Long> begins) {
    this.begins = begins;
  }

  /// That trace, with polls that begin then.
  public static Trace of(Trace played, List<Long> begins) {
    SideBySide paper = new SideBySide(begins);
    played.events().forEach(paper::add);
    paper.moved.sort(Comparator.comparingLong(Event::nanos));
    return Trace.of(paper.moved);
  }

  private void add(Event event) {
    if (event instanceof Event.PollStarted || event instanceof Event.Stole) {
      // Who steals does it for the poll that comes next.
      shift = begins.get(polls) - event.nanos();
    }
    long at = event.nanos() + shift;
    switch (event) {
      case Event.PollStarted(_, var task, int worker) -> {
        polls++;
        moved.add(new Event.PollStarted(at, task, worker));
      }
      case Event.PollEnded(_, var task, int worker, var result) ->
          moved.add(new Event.PollEnded(at, task, worker, result));
      case Event.Spawned(_, var task, var by, int worker) ->
          moved.add(new Event.Spawned(at, task, by, worker));
      case Event.Woken(_, var task, var cause, int worker) ->
          moved.add(new Event.Woken(at, task, cause, worker));
      case Event.Cancelled(_, var task, int worker) ->
          moved.add(new Event.Cancelled(at, task, worker));
      case Event.Stole(_, int worker, int tasks, int victim) ->
          moved.add(new Event.Stole(at, worker, tasks, victim));
      case Event.WorkerStarted(_, int worker, String thread) ->
          moved.add(new Event.WorkerStarted(0, worker, thread));
      case Event.WorkerStopped _, Event.Parked _, Event.Unparked _ -> {}
    }
  }
}
