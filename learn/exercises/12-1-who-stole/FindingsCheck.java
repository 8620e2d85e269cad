import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFile;
import dev.wakerobin.trace.TraceFormatException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsCheck {
  private static final long MAIN = 1;

  private final List<Event> events = trace().events();

  private static Trace trace() {
    try {
      return TraceFile.parse(Findings.TRACE);
    } catch (TraceFormatException damaged) {
      throw new AssertionError(
          "TRACE cannot be read any more, "
              + damaged.getMessage()
              + ". To have it as it was given: ./wakerobin learn reset 12-1-who-stole");
    }
  }

  /// The answers are counted in the trace, and not told: think again.
  private static void check(boolean right, String what) {
    assertThat(right).withFailMessage(what).isTrue();
  }

  private List<Event.Stole> steals() {
    return events.stream()
        .filter(Event.Stole.class::isInstance)
        .map(Event.Stole.class::cast)
        .toList();
  }

  /// How often each task was polled elsewhere than on the worker on which it had been woken.
  private Map<String, Integer> stolen() {
    Map<TaskId, Integer> queued = new HashMap<>();
    Map<String, Integer> stolen = new HashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Woken woken && woken.worker() != Event.NO_WORKER) {
        queued.put(woken.task(), woken.worker());
      } else if (event instanceof Event.PollStarted poll) {
        stolen.putIfAbsent(poll.task().name(), 0);
        if (queued.getOrDefault(poll.task(), poll.worker()) != poll.worker()) {
          stolen.merge(poll.task().name(), 1, Integer::sum);
        }
      }
    }
    return stolen;
  }

  @Test
  void so_often_a_worker_stole() {
    int said = Findings.STEALS;
    int tasks = steals().stream().mapToInt(Event.Stole::tasks).sum();
    check(
        said == steals().size(),
        said == tasks
            ? "%d times is too often: that is how many tasks were taken. One steal may take several"
                .formatted(said)
            : "it was not %d times that a worker stole: count the lines with 'stole'".formatted(said));
  }

  @Test
  void so_many_tasks_were_taken() {
    int said = Findings.STOLEN_TASKS;
    check(
        said == steals().stream().mapToInt(Event.Stole::tasks).sum(),
        said == steals().size()
            ? "%d tasks is not all: that is how often a worker stole. How many did it take each time?"
                .formatted(said)
            : "%d is not how many tasks were taken: add up what the lines with 'stole' say"
                .formatted(said));
  }

  @Test
  void that_worker_was_the_first() {
    check(
        Findings.FIRST_THIEF == steals().getFirst().worker(),
        ("worker %d was not the first to steal: in a line with 'stole' the thief is 'worker', and who"
                + " was stolen from is 'victim'")
            .formatted(Findings.FIRST_THIEF));
  }

  @Test
  void that_task_was_stolen_twice() {
    String said = Findings.STOLEN_TWICE;
    Map<String, Integer> stolen = stolen();
    check(
        stolen.containsKey(said),
        "there is no task '%s': they are called ann, bob, cat, dan and eve".formatted(said));
    check(
        stolen.get(said) == 2,
        "'%s' was stolen %d times: on which worker was it woken, and on which was its next poll?"
            .formatted(said, stolen.get(said)));
  }

  @Test
  void that_task_brought_the_main_task_over() {
    String said = Findings.BROUGHT_MAIN_OVER;
    String ringer = "";
    for (Event event : events) {
      if (event instanceof Event.Woken(long _, TaskId woken, Cause.Task(TaskId by), int worker)
          && woken.number() == MAIN
          && worker == 1) {
        ringer = by.name();
      }
    }
    check(
        said.equals(ringer),
        ("it was not '%s' that rang the main task on worker 1. Who is woken goes into the queue of the"
                + " worker on which the bell was rung: look for 'woken' with 'task=1'")
            .formatted(said));
  }
}
