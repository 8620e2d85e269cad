package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.StalledException;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A future that was made and never polled has done nothing, and the runtime says so.
class UnpolledTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> reports = new ArrayList<>();

  @Test
  void a_future_that_was_made_in_vain_is_reported_at_the_close_with_the_line_that_made_it()
      throws Exception {
    run(() -> Tasks.sleep(SECOND));
    assertThat(reports)
        .singleElement()
        .asString()
        .matches(
            "a future \\(Sleep\\) was made at UnpolledTest\\.\\S+ \\(UnpolledTest\\.java:\\d+\\) and"
                + " never polled: until then it does nothing\\. Await it, or spawn it");
  }

  @Test
  void those_of_one_line_are_reported_once() throws Exception {
    run(
        () -> {
          List<Future<Unit>> all = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            all.add(Tasks.yieldNow());
          }
          return all;
        });
    assertThat(reports).singleElement().asString().contains("(YieldNow)");
  }

  @Test
  void what_is_spawned_awaited_or_cancelled_is_not_reported() throws Exception {
    run(
        () -> {
          Future<Unit> cancelled = Tasks.sleep(SECOND);
          cancelled.cancel();
          Tasks.yieldNow().cancel();
          return Tasks.spawn(Tasks.sleep(Duration.ZERO));
        });
    assertThat(reports).isEmpty();
  }

  @Test
  void what_is_polled_later_is_not_reported() throws Exception {
    List<Future<Unit>> kept = new ArrayList<>();
    try (AsyncRuntime runtime = runtime(builder())) {
      runtime.blockOn(_ -> Poll.ready(kept.add(Tasks.sleep(SECOND))));
      runtime.blockOn(kept.getFirst());
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void a_stall_names_them_too() throws Exception {
    Future<Unit> forgetful =
        _ -> {
          var _ = Tasks.sleep(SECOND); // And returns pending, as if it had been polled.
          return Poll.pending();
        };
    try (AsyncRuntime runtime = runtime(builder())) {
      StalledException stalled =
          catchThrowableOfType(StalledException.class, () -> runtime.blockOn(forgetful));
      assertThat(stalled)
          .hasMessageContaining("did not take the waker")
          .hasMessageContaining("a future (Sleep) was made at UnpolledTest.");
    }
  }

  @Test
  void when_tasks_are_cancelled_by_the_close_their_futures_might_still_have_been_polled()
      throws Exception {
    try (AsyncRuntime runtime = runtime(builder())) {
      runtime.spawn(
          _ -> {
            var _ = Tasks.sleep(SECOND);
            return Poll.pending();
          });
      runtime.blockOn(Tasks.sleep(Duration.ZERO));
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void a_runtime_that_does_not_track_says_nothing() throws Exception {
    try (AsyncRuntime runtime = runtime(builder().tracking(false))) {
      runtime.blockOn(_ -> Poll.ready(Tasks.sleep(SECOND)));
    }
    assertThat(reports).isEmpty();
  }

  // ---- Parts

  private void run(Supplier<Object> code) throws InterruptedException {
    try (AsyncRuntime runtime = runtime(builder())) {
      runtime.blockOn(_ -> Poll.ready(code.get()));
    }
  }

  private RuntimeBuilder builder() {
    return AsyncRuntime.builder().scheduler(Lab.provider());
  }

  private AsyncRuntime runtime(RuntimeBuilder builder) {
    return builder.reporter(problem -> reports.add(String.valueOf(problem.getMessage()))).build();
  }
}
