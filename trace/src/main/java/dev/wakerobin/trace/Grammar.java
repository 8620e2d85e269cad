package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.trace.Fault.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds each event of a trace against the grammar of [Event]: every beginning of a trace has to be
/// a beginning of a sentence.
///
/// What happens on [Event#NO_WORKER] happens on many threads, so the laws of workers do not apply
/// there.
final class Grammar {
  private final boolean fromTheBeginning;
  private final Map<Long, TaskLife> tasks = new HashMap<>();
  private final Map<Long, Integer> pollers = new HashMap<>(); // Where the open poll of a task is.
  private final Map<Integer, WorkerShift> workers = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private long tick;

  private Grammar(Trace trace) {
    this.fromTheBeginning = trace.dropped() == 0;
    this.tick = trace.firstTick();
    for (Event event : trace.events()) {
      see(event);
      tick++;
    }
  }

  static List<Fault> faults(Trace trace) {
    return List.copyOf(new Grammar(trace).faults);
  }

  static List<TaskId> unfinished(Trace trace) {
    Grammar grammar = new Grammar(trace);
    return trace.tasks().stream().filter(task -> grammar.life(task.number()).goesOn()).toList();
  }

  private void see(Event event) {
    Names.subject(event).ifPresent(task -> seeTask(task, event));
    mentionedToo(event).ifPresent(this::seeMentioned);
    if (event.worker() != Event.NO_WORKER) {
      seeWorker(event.worker(), event);
    }
  }

  // ---- Tasks

  private TaskLife life(long task) {
    return tasks.computeIfAbsent(
        task, _ -> fromTheBeginning ? TaskLife.unborn() : TaskLife.unknown());
  }

  private void seeTask(TaskId task, Event event) {
    TaskLife life = life(task.number());
    Rule rule =
        event instanceof Event.PollStarted && life.isAsleep()
            ? Rule.POLL_HAS_A_WAKE
            : Rule.LIFE_OF_A_TASK;
    TaskLife.Step.of(event)
        .flatMap(life::step)
        .ifPresent(complaint -> blame(rule, event, task + " " + complaint));
    if (event instanceof Event.PollStarted) {
      pollers.put(task.number(), event.worker());
    } else if (event instanceof Event.PollEnded) {
      Integer began = pollers.remove(task.number());
      if (began != null && began != event.worker()) {
        blame(Rule.POLL_STAYS, event, "the poll of %s began on %s".formatted(task, place(began)));
      }
    }
  }

  private static Optional<TaskId> mentionedToo(Event event) {
    return switch (event) {
      case Event.Spawned spawned -> spawned.by();
      case Event.Woken(_, _, Cause.Task(TaskId by), _) -> Optional.of(by);
      case Event.Woken _,
          Event.PollStarted _,
          Event.PollEnded _,
          Event.Cancelled _,
          Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ ->
          Optional.empty();
    };
  }

  private void seeMentioned(TaskId task) {
    if (!life(task.number()).exists()) {
      faults.add(new Fault(tick, Rule.RINGER_EXISTS, task + " acts here and was not spawned"));
    }
  }

  // ---- Workers

  private void seeWorker(int worker, Event event) {
    WorkerShift shift =
        workers.computeIfAbsent(
            worker, _ -> fromTheBeginning ? WorkerShift.off() : WorkerShift.unknown());
    shift.step(event).ifPresent(c -> blame(Rule.SHIFT_OF_A_WORKER, event, place(worker) + " " + c));
    shift
        .pollsInstead(event)
        .ifPresent(
            task -> blame(Rule.ONE_POLL_AT_A_TIME, event, place(worker) + " was polling " + task));
    shift
        .laterBefore(event)
        .ifPresent(
            before ->
                blame(
                    Rule.TIME_GOES_ON,
                    event,
                    "on %s it was %d ns already".formatted(place(worker), before)));
    if (event instanceof Event.Stole stole && (stole.tasks() < 1 || stole.victim() == worker)) {
      blame(Rule.STEAL_MAKES_SENSE, event, "that takes nothing");
    }
  }

  private static String place(int worker) {
    return worker == Event.NO_WORKER ? "a thread that is no worker" : "worker " + worker;
  }

  private void blame(Rule rule, Event event, String complaint) {
    faults.add(new Fault(tick, rule, complaint + "; found " + EventWords.of(event)));
  }
}
