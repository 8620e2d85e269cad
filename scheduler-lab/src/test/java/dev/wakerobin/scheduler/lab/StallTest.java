package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.StalledException;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallTest {

  @Test
  void a_future_that_drops_its_waker_is_named_with_the_line_that_took_it() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      JoinHandle<Unit> connect = runtime.spawn("connect", new DropsWaker());

      assertThat(stall(runtime, connect))
          .contains("task 2 is not done")
          .containsPattern(
              "task 1 'connect' sleeps since 0 s: it waits at StallTest\\$DropsWaker.poll"
                  + " \\(StallTest.java:\\d+\\); nobody holds its waker: it sleeps for ever")
          .contains("task 2 sleeps since 0 s: it waits for task 1 'connect'");
    }
  }

  @Test
  void a_future_that_never_asked_for_its_waker_is_told_so() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      assertThat(stall(runtime, new NeverAsks()))
          .contains("NeverAsks) answered pending and did not take the waker");
    }
  }

  @Test
  void tasks_that_wait_for_one_another_are_named_as_a_ring() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      List<JoinHandle<Unit>> handles = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int next = (i + 1) % 3;
        handles.add(runtime.spawn(context -> handles.get(next).poll(context)));
      }

      assertThat(stall(runtime, handles.getFirst()))
          .contains("They wait in a ring: task 1 → task 2 → task 3 → task 1.")
          .containsPattern(
              "task 1 sleeps since 0 s: it waits for task 2, at StallTest\\.\\S+ \\(StallTest");
    }
  }

  @Test
  void the_report_says_since_when_a_task_sleeps() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      Future<Unit> hour = Tasks.sleep(Duration.ofMinutes(90));
      Future<Unit> never = new DropsWaker();

      assertThat(
              stall(
                  runtime,
                  context -> hour.poll(context).isReady() ? never.poll(context) : Poll.pending()))
          .contains("task 1 sleeps since 5400 s")
          .contains("At 5400 s of virtual time");
    }
  }

  @Test
  void the_runtime_goes_on_after_a_stall_and_the_root_was_cancelled() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      DropsWaker root = new DropsWaker();
      stall(runtime, root);

      assertThat(root.cancelled).isTrue();
      String after = runtime.blockOn(context -> Poll.ready("after"));
      assertThat(after).isEqualTo("after");
    }
  }

  @Test
  void a_blocking_call_under_way_is_no_stall_and_time_does_not_jump_meanwhile() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      JoinHandle<Unit> hour = runtime.spawn(Tasks.sleep(Duration.ofHours(1)));
      CountDownLatch held = new CountDownLatch(1);
      JoinHandle<Duration> call =
          runtime.spawnBlocking(
              () -> {
                // Nobody opens it: there is time to jump, if anybody did.
                assertThat(held.await(50, TimeUnit.MILLISECONDS)).isFalse();
                return Duration.between(Instant.EPOCH, runtime.now());
              });

      assertThat(runtime.blockOn(call)).isZero();
      assertThat(runtime.blockOn(hour)).isEqualTo(Unit.UNIT);
    }
  }

  @Test
  void a_waker_that_a_foreign_thread_rings_in_time_is_no_stall() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      Future<Unit> rung =
          new Future<>() {
            private boolean asked;

            @Override
            public Poll<Unit> poll(Context context) {
              if (asked) {
                return Poll.ready();
              }
              asked = true;
              Waker bell = context.waker();
              Thread.ofPlatform()
                  .daemon()
                  .start(
                      () -> {
                        System.gc();
                        bell.wake();
                      });
              return Poll.pending();
            }
          };

      assertThat(runtime.blockOn(rung)).isEqualTo(Unit.UNIT);
    }
  }

  @Test
  void a_long_chain_of_tasks_that_wait_for_one_another_is_reported_as_well() throws Exception {
    try (AsyncRuntime runtime = runtime()) {
      JoinHandle<Unit> last = runtime.spawn("the end of it", new DropsWaker());
      for (int i = 0; i < 20_000; i++) {
        last = runtime.spawn(last);
      }
      assertThat(stall(runtime, last))
          .contains("'the end of it' sleeps since 0 s: it waits at StallTest$DropsWaker.poll")
          .doesNotContain("They wait in a ring");
    }
  }

  @Test
  void a_grace_that_is_no_number_is_refused_with_its_value() {
    System.setProperty("wakerobin.stall.grace", "soon");
    try {
      assertThatThrownBy(StallTest::runtime)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the system property wakerobin.stall.grace must be a number of milliseconds, at least"
                  + " 0, and it is 'soon'");
    } finally {
      System.clearProperty("wakerobin.stall.grace");
    }
  }

  @Test
  void an_untracked_runtime_says_how_to_learn_more() {
    System.setProperty("wakerobin.stall.grace", "1");
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(Lab.provider()).tracking(false).build()) {
      assertThatThrownBy(() -> runtime.blockOn(new DropsWaker()))
          .isInstanceOf(StalledException.class)
          .hasMessageContaining("build the runtime with tracking(true)");
    } finally {
      System.clearProperty("wakerobin.stall.grace");
    }
  }

  private static AsyncRuntime runtime() {
    return AsyncRuntime.builder().scheduler(Lab.provider()).build();
  }

  private static <T> String stall(AsyncRuntime runtime, Future<T> root) throws Exception {
    StalledException stalled =
        catchThrowableOfType(StalledException.class, () -> runtime.blockOn(root));
    return String.valueOf(stalled.getMessage());
  }

  private static final class DropsWaker implements Future<Unit> {
    private boolean cancelled;

    @Override
    public Poll<Unit> poll(Context context) {
      context.waker();
      return Poll.pending();
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private static final class NeverAsks implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) {
      return Poll.pending();
    }
  }
}
