import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WorkshopCheck {
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration LATE = Duration.ofHours(1);

  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final List<String> ended = new CopyOnWriteArrayList<>(); // In whichever way.
  private final TraceRecorder recorder = new TraceRecorder();
  private volatile String outcome = "";
  private volatile List<String> endedBefore = List.of(); // The table.
  private volatile Duration heardAfter = Duration.ZERO;

  /// A part takes as long as it is told; one that breaks, breaks then.
  private Future<String> part(String name, Duration time, boolean breaks) {
    return async(
        () -> {
          begun.add(name);
          try {
            await(Tasks.sleep(time));
            if (breaks) {
              throw new IllegalStateException("the " + name + " broke");
            }
            return name;
          } finally {
            ended.add(name);
          }
        });
  }

  private Workshop.Carpenter carpenter(Future<String> legs, Future<String> top) {
    return new Workshop.Carpenter() {
      @Override
      public Future<String> legs() {
        return legs;
      }

      @Override
      public Future<String> top() {
        return top;
      }
    };
  }

  /// Orders a table, and waits for it for so long. After that the day still has two hours.
  private void order(Workshop.Carpenter carpenter, Duration patience) throws Exception {
    Future<Unit> day =
        async(
            () -> {
              Instant start = Tasks.now();
              try {
                outcome = await(Tasks.timeout(patience, Workshop.table(carpenter)));
              } catch (TaskFailedException failure) {
                outcome = "" + failure.getCause().getMessage();
              } catch (IllegalStateException failure) { // Of a part that is no task.
                outcome = "" + failure.getMessage();
              } catch (TimeoutException _) {
                outcome = "the customer left";
                await(Tasks.sleep(SOON)); // Somebody who was cancelled may need a moment.
              }
              endedBefore = List.copyOf(ended);
              heardAfter = Duration.between(start, Tasks.now());
            });
    // Who is left at work is no failure of the program: that is what is judged here.
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .clock(Clock.virtual())
            .reporter(_ -> {})
            .instrument(recorder)
            .build()) {
      Unit _ = runtime.blockOn(day);
    }
  }

  private void nobodyWasLeft(String what) {
    for (String part : begun) {
      assertThat(endedBefore.contains(part))
          .withFailMessage(
              "%s, and work on the %s goes on: that task has outlived the table", what, part)
          .isTrue();
    }
  }

  private void heardInTime(String what) {
    assertThat(heardAfter)
        .withFailMessage(
            "%s after %,d ms, and who waits for the table heard of it after %,d ms",
            what, SOON.toMillis(), heardAfter.toMillis())
        .isLessThan(Duration.ofMinutes(1));
  }

  private void cameTo(String expected) {
    assertThat(outcome)
        .withFailMessage("the order came to '%s', and should to '%s'", outcome, expected)
        .isEqualTo(expected);
  }

  @Test
  void a_table_is_made_of_both() throws Exception {
    order(carpenter(part("legs", SOON, false), part("top", SOON, false)), LATE);
    cameTo("table: legs and top");
    assertThat(heardAfter)
        .withFailMessage("legs and top take %,d ms each, and the table took %,d ms",
            SOON.toMillis(), heardAfter.toMillis())
        .isEqualTo(SOON);
  }

  @Test
  void when_the_legs_break_the_top_is_not_made() throws Exception {
    order(carpenter(part("legs", SOON, true), part("top", LATE, false)), LATE.plus(LATE));
    cameTo("the legs broke");
    heardInTime("the legs broke");
    nobodyWasLeft("the legs broke, the table has failed");
  }

  @Test
  void when_the_top_breaks_the_legs_are_not_made() throws Exception {
    order(carpenter(part("legs", LATE, false), part("top", SOON, true)), LATE.plus(LATE));
    cameTo("the top broke");
    heardInTime("the top broke");
    nobodyWasLeft("the top broke, the table has failed");
  }

  @Test
  void when_the_customer_leaves_neither_is_made() throws Exception {
    order(carpenter(part("legs", LATE, false), part("top", LATE, false)), SOON);
    cameTo("the customer left");
    nobodyWasLeft("the customer left");
  }

  @Test
  void each_part_is_made_by_a_task_of_its_own() throws Exception {
    order(carpenter(part("legs", SOON, false), part("top", SOON, false)), LATE);
    int spawned = recorder.trace().tasks().size() - 1; // One of them is the customer.
    assertThat(spawned)
        .withFailMessage("legs and top are two tasks, and %d were spawned", spawned)
        .isEqualTo(2);
  }
}
