package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// All that a task, its handle and its runtime can do, in every order, and how the task must have
/// ended: said in one formula over the order alone.
class EndingsProperties {
  private static final int MOST_STEPS = 5;

  /// What happens to the task, which answers as its last step says.
  enum Step {
    /// The scheduler runs the task if it has it; the future goes on waiting.
    RUN_TO_WAIT,
    /// Likewise; the future is ready.
    RUN_TO_READY,
    /// Likewise; the future throws.
    RUN_TO_THROW,
    /// The future's waker is rung.
    WAKE,
    /// The handle aborts.
    ABORT,
    /// Somebody who joins stops waiting.
    STOP_JOINING,
    /// The runtime closes.
    CLOSE
  }

  /// How a task ended, or that it has not.
  enum Ending {
    NONE,
    VALUE,
    FAILURE,
    CANCELLED
  }

  /// 19,608 sequences, each of which is tried.
  @Test
  void every_order_of_up_to_five_steps_ends_as_the_formula_says() {
    int tried = tryAll(new ArrayList<>());
    assertThat(tried).isEqualTo(19_608); // 1 + 7 + 7² + … + 7⁵
  }

  private static int tryAll(List<Step> steps) {
    check(steps);
    int tried = 1;
    if (steps.size() < MOST_STEPS) {
      for (Step next : Step.values()) {
        steps.addLast(next);
        tried += tryAll(steps);
        steps.removeLast();
      }
    }
    return tried;
  }

  @Property(tries = 500)
  void longer_ones_do_too(@ForAll @Size(min = MOST_STEPS + 1, max = 30) List<Step> steps) {
    check(steps);
  }

  @SuppressWarnings("try") // Closing is one of the steps.
  private static void check(List<Step> steps) {
    Step[] now = new Step[1];
    Probe<String> probe =
        Probe.of(
            _ ->
                switch (now[0]) {
                  case RUN_TO_READY -> Poll.ready("value");
                  case RUN_TO_THROW -> throw new IllegalStateException("no luck");
                  case RUN_TO_WAIT, WAKE, ABORT, STOP_JOINING, CLOSE -> Poll.pending();
                });
    int[] rings = new int[1];
    try (Rig rig = Rig.with(it -> it.onUnjoinedFailure(FailurePolicy.IGNORE))) {
      TaskCell<String> task = rig.cell(probe);
      task.addJoiner(() -> rings[0]++);
      for (Step step : steps) {
        now[0] = step;
        switch (step) {
          case RUN_TO_WAIT, RUN_TO_READY, RUN_TO_THROW -> rig.scheduler.runNext();
          case WAKE -> probe.waker().wake();
          case ABORT -> task.abort();
          case STOP_JOINING -> task.cancel();
          case CLOSE -> rig.close();
        }
      }
      Expected expected = expected(steps);
      assertThat(ending(task)).as("%s", steps).isEqualTo(expected.ending);
      assertThat(task.isFinished()).isEqualTo(expected.ending != Ending.NONE);
      assertThat(probe.polls()).as("polls of %s", steps).isEqualTo(expected.polls);
      assertThat(probe.cancels()).isEqualTo(expected.ending == Ending.CANCELLED ? 1 : 0);
      assertThat(probe.broken()).isEmpty();
      assertThat(rings[0]).isEqualTo(expected.joinerRung ? 1 : 0);
      assertThat(rig.reports).isEmpty();
    }
  }

  /// @param joinerRung whether the one who joined was rung: at the end, or when one stopped joining
  private record Expected(Ending ending, int polls, boolean joinerRung) {}

  /// A run counts if something was due since the last one that counted: being spawned, a wake, or
  /// an abort. The first run that counts after an abort cancels, as does closing; before that, the
  /// first that is ready or throws decides.
  private static Expected expected(List<Step> steps) {
    boolean due = true;
    boolean polled = false; // Before its first poll there is no waker to ring.
    boolean aborted = false;
    boolean rung = false;
    int polls = 0;
    for (Step step : steps) {
      rung |= step == Step.STOP_JOINING;
      Ending ending = Ending.NONE;
      switch (step) {
        case RUN_TO_WAIT, RUN_TO_READY, RUN_TO_THROW -> {
          if (due) {
            ending = aborted ? Ending.CANCELLED : endingOf(step);
            polls += aborted ? 0 : 1;
            polled = true;
          }
          due = false;
        }
        case WAKE -> due |= polled;
        case ABORT -> {
          aborted = true;
          due = true;
        }
        case STOP_JOINING -> {}
        case CLOSE -> ending = Ending.CANCELLED;
      }
      if (ending != Ending.NONE) {
        return new Expected(ending, polls, true);
      }
    }
    return new Expected(Ending.NONE, polls, rung);
  }

  private static Ending endingOf(Step run) {
    return switch (run) {
      case RUN_TO_READY -> Ending.VALUE;
      case RUN_TO_THROW -> Ending.FAILURE;
      case RUN_TO_WAIT, WAKE, ABORT, STOP_JOINING, CLOSE -> Ending.NONE;
    };
  }

  private static Ending ending(JoinHandle<String> handle) {
    try {
      return handle.poll(Context.of(Waker.noop())).isReady() ? Ending.VALUE : Ending.NONE;
    } catch (TaskFailedException _) {
      return Ending.FAILURE;
    } catch (TaskCancelledException _) {
      return Ending.CANCELLED;
    } catch (Exception e) {
      throw new AssertionError("a handle throws these two only", e);
    }
  }
}
