package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.spi.SchedulerProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each bad value is refused at once, by name and with the value.
class RuntimeBuilderTest {
  private final RuntimeBuilder builder = AsyncRuntime.builder();

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void numbers_of_threads_and_calls_are_at_least_one(int bad) {
    assertThatThrownBy(() -> builder.parallelism(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1, and this is " + bad);
    assertThatThrownBy(() -> builder.maxBlockingCalls(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxBlockingCalls must be at least 1, and this is " + bad);
    assertThatThrownBy(() -> builder.computationThreads(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("computationThreads must be at least 1, and this is " + bad);
  }

  @Test
  void a_thread_is_kept_for_some_time() {
    assertThatThrownBy(() -> builder.keepAlive(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keepAlive must be above zero, and this is PT0S");
    assertThatThrownBy(() -> builder.keepAlive(Duration.ofMillis(-5)))
        .hasMessage("keepAlive must be above zero, and this is PT-0.005S");
  }

  @Test
  @SuppressWarnings("NullAway") // What callers without it may do.
  void nothing_is_null() {
    assertThatThrownBy(() -> builder.scheduler((String) null)).hasMessage("name");
    assertThatThrownBy(() -> builder.scheduler((SchedulerProvider) null)).hasMessage("provider");
    assertThatThrownBy(() -> builder.threadNames(null)).hasMessage("prefix");
    assertThatThrownBy(() -> builder.clock(null)).hasMessage("clock");
    assertThatThrownBy(() -> builder.onUnjoinedFailure(null)).hasMessage("policy");
    assertThatThrownBy(() -> builder.reporter(null)).hasMessage("reporter");
    assertThatThrownBy(() -> builder.instrument(null)).hasMessage("instrument");
    assertThatThrownBy(() -> builder.keepAlive(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void a_scheduler_that_is_not_there_is_missed_by_name_when_it_is_built() {
    builder.scheduler("fair");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no scheduler 'fair'");
  }

  @Test
  void the_environment_may_ask_for_a_parallelism_and_a_bad_one_is_refused() {
    assertThat(RuntimeBuilder.parallelismFrom(" 3 ")).isEqualTo(3);
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(RuntimeBuilder.parallelismFrom(null)).isEqualTo(processors);
    assertThat(RuntimeBuilder.parallelismFrom(" ")).isEqualTo(processors);
    assertThatThrownBy(() -> RuntimeBuilder.parallelismFrom("many"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("WAKEROBIN_PARALLELISM must be a whole number, at least 1, and it is 'many'");
    assertThatThrownBy(() -> RuntimeBuilder.parallelismFrom("0"))
        .hasMessageContaining("at least 1")
        .hasMessageContaining("0");
  }

  @Test
  @SuppressWarnings("try") // Closed early, to see that the other one is not.
  void one_builder_builds_several_runtimes_that_know_nothing_of_each_other() {
    builder.parallelism(3).threadNames("ours");
    try (AsyncRuntime first = builder.scheduler(new ScriptedScheduler()).build();
        AsyncRuntime second = builder.scheduler(new ScriptedScheduler()).build()) {
      first.close();
      assertThat(second.isClosed()).isFalse();
      assertThat(second.parallelism()).isEqualTo(3);
      assertThat(second.scheduler()).isEqualTo("scripted");
    }
  }
}
