package dev.wakerobin.it.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Poll;
import dev.wakerobin.it.stranger.ExecutorSchedulerProvider;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.spi.SchedulerProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ModulePathTest {

  @Test
  void this_test_runs_as_a_module_beside_the_schedulers() {
    assertThat(getClass().getModule().isNamed()).isTrue();
    assertThat(ServiceLoader.load(SchedulerProvider.class).stream())
        .allSatisfy(provider -> assertThat(provider.type().getModule().isNamed()).isTrue());
  }

  @Test
  void the_built_in_schedulers_and_a_strangers_are_found() {
    assertThat(AsyncRuntime.availableSchedulers())
        .containsExactly("basic", "executor", "lab", "priority", "work-stealing");
  }

  @Test
  void each_is_chosen_by_name() throws InterruptedException {
    for (String name : AsyncRuntime.availableSchedulers()) {
      try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(name).build()) {
        assertThat(runtime.scheduler()).isEqualTo(name);
        String answer = runtime.blockOn(_ -> Poll.ready("hello"));
        assertThat(answer).isEqualTo("hello");
      }
    }
  }

  @Test
  void a_provider_may_be_given_directly() throws InterruptedException {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(new ExecutorSchedulerProvider()).build()) {
      int answer = runtime.blockOn(_ -> Poll.ready(42));
      assertThat(answer).isEqualTo(42);
    }
  }

  @Test
  void work_stealing_is_the_default() {
    try (AsyncRuntime runtime = AsyncRuntime.create()) {
      assertThat(runtime.scheduler()).isEqualTo("work-stealing");
    }
  }

  @Test
  void an_unknown_name_is_answered_with_those_there_are() {
    assertThatThrownBy(() -> AsyncRuntime.builder().scheduler("fair").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no scheduler 'fair': there is [basic, executor, lab, priority, work-stealing]");
  }
}
