import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakfastCheck {

  @Test
  void it_is_all_there_and_in_order() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      List<String> breakfast = runtime.blockOn(Breakfast.serve());
      assertThat(breakfast).containsExactly("coffee", "egg", "toast");
    }
  }

  @Test
  void it_takes_as_long_as_the_coffee() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      Duration took =
          runtime.blockOn(
              async(
                  () -> {
                    Instant before = Tasks.now();
                    await(Breakfast.serve());
                    return Duration.between(before, Tasks.now());
                  }));
      assertThat(took).isEqualTo(Duration.ofMinutes(5));
    }
  }
}
