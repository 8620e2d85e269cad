package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes traces by hand: each call adds an event, a microsecond after the one before.
final class EventLog {
  private final List<Event> events = new ArrayList<>();
  private long nanos;

  EventLog spawned(TaskId task, int worker) {
    events.add(new Event.Spawned(next(), task, Optional.empty(), worker));
    return this;
  }

  EventLog spawned(TaskId task, TaskId by, int worker) {
    events.add(new Event.Spawned(next(), task, Optional.of(by), worker));
    return this;
  }

  EventLog woken(TaskId task, Cause cause, int worker) {
    events.add(new Event.Woken(next(), task, cause, worker));
    return this;
  }

  EventLog begins(TaskId task, int worker) {
    events.add(new Event.PollStarted(next(), task, worker));
    return this;
  }

  EventLog ends(TaskId task, int worker, PollResult result) {
    events.add(new Event.PollEnded(next(), task, worker, result));
    return this;
  }

  EventLog cancelled(TaskId task, int worker) {
    events.add(new Event.Cancelled(next(), task, worker));
    return this;
  }

  EventLog started(int worker) {
    events.add(new Event.WorkerStarted(next(), worker, "worker-" + worker));
    return this;
  }

  EventLog stopped(int worker) {
    events.add(new Event.WorkerStopped(next(), worker));
    return this;
  }

  EventLog parked(int worker) {
    events.add(new Event.Parked(next(), worker));
    return this;
  }

  EventLog unparked(int worker) {
    events.add(new Event.Unparked(next(), worker));
    return this;
  }

  EventLog stole(int worker, int tasks, int victim) {
    events.add(new Event.Stole(next(), worker, tasks, victim));
    return this;
  }

  /// Lets time pass.
  EventLog passing(long itsNanos) {
    nanos += itsNanos;
    return this;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Trace trace() {
    return Trace.of(events);
  }

  private long next() {
    long now = nanos;
    nanos += 1_000;
    return now;
  }
}
