package dev.wakerobin.tutorial.drill;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of a [Drill] on the lab: the answer, and how it came about.
///
/// @param printed the words, in their order
/// @param turns the polls, in theirs
/// @param trace of the whole run
public record Rehearsal(List<String> printed, List<Turn> turns, Trace trace) {
  private static final String SCHEDULER = "lab";
  private static final String ORDER = "wakerobin.lab.order";
  private static final String FIRST_COME_FIRST_SERVED = "fifo";

  /// Takes copies.
  public Rehearsal {
    printed = List.copyOf(printed);
    turns = List.copyOf(turns);
  }

  static Rehearsal of(Drill drill) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    Scene scene = new Scene(drill);
    Trace trace;
    try (AsyncRuntime runtime = open(recorder)) {
      runtime.blockOn(scene.main());
      trace = recorder.trace();
    }
    return new Rehearsal(scene.printed(), withQueues(scene.turns(), queues(trace)), trace);
  }

  /// The lab in the order of its queue. It is asked for as any user of this module's neighbours
  /// asks for it: which schedulers there are is not known here.
  private static synchronized AsyncRuntime open(TraceRecorder recorder) {
    String before = System.setProperty(ORDER, FIRST_COME_FIRST_SERVED);
    try {
      return AsyncRuntime.builder().scheduler(SCHEDULER).seed(1).instrument(recorder).build();
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      System.clearProperty(ORDER);
    } else {
      System.setProperty(ORDER, before);
    }
  }

  /// How often that task was polled.
  public long polls(String task) {
    return turns.stream().filter(turn -> turn.task().equals(task)).count();
  }

  /// Who is in the queue after each poll, that is: when the next one begins. Who is woken in its
  /// own poll gets there at its end.
  private static List<List<String>> queues(Trace trace) {
    List<List<String>> queues = new ArrayList<>();
    List<String> queue = new ArrayList<>();
    String polled = "";
    boolean again = false;
    for (Event event : trace.events()) {
      switch (event) {
        case Event.Woken woken -> {
          String task = name(woken.task());
          if (task.equals(polled)) {
            again = true;
          } else {
            queue.add(task);
          }
        }
        case Event.PollStarted started -> {
          queues.add(List.copyOf(queue));
          polled = name(started.task());
          queue.remove(polled);
        }
        case Event.PollEnded _ -> {
          if (again) {
            queue.add(polled);
          }
          again = false;
          polled = "";
        }
        case Event.Spawned _,
            Event.Cancelled _,
            Event.WorkerStarted _,
            Event.WorkerStopped _,
            Event.Parked _,
            Event.Unparked _,
            Event.Stole _ -> {}
      }
    }
    queues.add(List.copyOf(queue));
    return queues.subList(1, queues.size()); // The first one is that before the first poll.
  }

  /// The task in `blockOn` has no name.
  private static String name(TaskId task) {
    return task.name().isEmpty() ? Drill.MAIN : task.name();
  }

  private static List<Turn> withQueues(List<Turn> turns, List<List<String>> queues) {
    List<Turn> all = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      all.add(turns.get(i).leaving(queues.get(i)));
    }
    return all;
  }
}
