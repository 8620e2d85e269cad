package dev.wakerobin.async;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.StalledException;
import dev.wakerobin.runtime.TaskDump;
import dev.wakerobin.runtime.TaskLocal;
import dev.wakerobin.runtime.TaskScope;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Async functions as tasks of a runtime: dumps and reports of the lab say where they wait.
class SuspendedTaskTest {
  private static final TaskLocal<String> USER = TaskLocal.named("user");

  private static final String WITH_VARIABLES =
      """
      at dev.wakerobin.async.SuspendedTaskTest.load(SuspendedTaskTest.java:n)
        page = "index"
        attempts = 3
      at dev.wakerobin.async.SuspendedTaskTest.serve(SuspendedTaskTest.java:n)
      """
          .indent(4);

  /// Pending until it is opened, and then ready for ever.
  private static final class Gate implements Future<Unit> {
    private volatile boolean open;
    private volatile Waker waker = Waker.noop();

    @Override
    public Poll<Unit> poll(Context context) {
      waker = context.waker();
      return open ? Poll.ready() : Poll.pending();
    }

    void open() {
      open = true;
      waker.wake();
    }
  }

  private static Future<Integer> load(Gate gate, String page) {
    return async(
        () -> {
          int attempts = 3;
          await(gate);
          return page.length() * attempts;
        });
  }

  private static Future<Integer> serve(Gate gate) {
    return async(
        () -> {
          long bytes = 10L;
          return (int) bytes + await(load(gate, "index"));
        });
  }

  private static String stops(TaskDump dump, int task) {
    return dump.tasks().get(task).stops().toString().replaceAll("java:\\d+", "java:n");
  }

  private static String text(Object text) {
    return text.toString().replaceAll("java:\\d+", "java:n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "lab"})
  void a_dump_shows_the_chain_of_awaits_and_the_variables_when_they_are_asked_for(String scheduler)
      throws Exception {
    Gate gate = new Gate();
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      JoinHandle<Integer> plain = runtime.spawn(serve(gate));
      JoinHandle<Integer> scoped = runtime.spawn(TaskScope.failFast(_ -> serve(new Gate())));
      JoinHandle<Integer> bound = runtime.spawn(USER.with("ada", serve(new Gate())));
      TaskDump[] dumps = new TaskDump[2];
      int value =
          runtime.blockOn(
              async(
                  () -> {
                    await(Tasks.sleep(Duration.ofMillis(1)));
                    dumps[0] = runtime.dump();
                    dumps[1] = runtime.dumpWithVariables();
                    gate.open();
                    scoped.abort();
                    bound.abort();
                    return await(plain);
                  }));
      assertThat(value).isEqualTo(25);
      assertThat(text(dumps[0])).doesNotContain("attempts");
      assertThat(dumps[0].tasks().get(0).trace())
          .extracting(StackTraceElement::getMethodName)
          .containsExactly("load", "serve");
      for (int task = 0; task < 3; task++) {
        assertThat(stops(dumps[1], task)).contains("page = \"index\", attempts = 3");
        assertThat(dumps[1].tasks().get(task).trace()).hasSize(2);
      }
      assertThat(text(dumps[1])).contains(WITH_VARIABLES.stripTrailing());
      assertThat(dumps[1].toJson())
          .contains("\"variables\":[{\"page\":\"\\\"index\\\"\",\"attempts\":\"3\"},{");
    }
  }

  @Test
  void the_lab_shows_where_a_body_that_hangs_waits_and_its_variables() {
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler("lab").build()) {
      JoinHandle<Integer> hanging = runtime.spawn("page", serve(new Gate()));
      assertThatThrownBy(() -> runtime.blockOn(async(() -> 1 + await(hanging))))
          .isInstanceOfSatisfying(
              StalledException.class,
              stalled ->
                  assertThat(text(stalled.getMessage()))
                      .contains("task 1 'page' sleeps since 0 s: it waits at ")
                      .contains(WITH_VARIABLES.stripTrailing()));
    }
  }

  @Test
  void a_body_that_has_not_started_or_has_ended_shows_nothing() throws Exception {
    Future<Integer> body = serve(new Gate());
    assertThat(((Frame<?>) body).stops()).isEmpty();
    body.cancel();
    assertThat(((Frame<?>) body).stops()).isEqualTo(List.of());
  }
}
