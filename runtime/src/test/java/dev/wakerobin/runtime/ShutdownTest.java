package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  @Test
  void a_reporter_that_closes_while_the_runtime_closes_is_told_so_and_does_not_wait_for_itself() {
    AtomicReference<AsyncRuntime> runtime = new AtomicReference<>();
    List<String> answers = new ArrayList<>();
    ScriptedScheduler scheduler = new ScriptedScheduler();
    runtime.set(
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .reporter(
                _ -> {
                  try {
                    runtime.get().close();
                  } catch (IllegalStateException refusal) {
                    answers.add(refusal.getMessage());
                  }
                })
            .build());
    runtime
        .get()
        .spawn(
            _ -> {
              throw new IllegalArgumentException("nobody joins this");
            });
    scheduler.runAll();
    runtime.get().close();
    assertThat(answers)
        .containsExactly(
            "close was called by what the closing runtime reports to, or cancels: it would wait"
                + " for itself. It is being closed already");
  }
}
