import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountdownCheck {

  @Test
  void from_three_it_is_ready_in_the_fourth_poll() {
    Countdown countdown = new Countdown(3);
    Context context = Context.of(() -> {});
    for (int poll = 1; poll <= 3; poll++) {
      assertThat(countdown.poll(context)).as("poll %d", poll).isEqualTo(Poll.pending());
    }
    assertThat(countdown.poll(context)).as("poll 4").isEqualTo(Poll.ready("lift-off"));
  }

  @Test
  void from_zero_it_is_ready_at_once() {
    assertThat(new Countdown(0).poll(Context.of(() -> {}))).isEqualTo(Poll.ready("lift-off"));
  }

  @Test
  void it_rings_each_time_it_is_pending_and_not_when_it_is_ready() {
    AtomicInteger rings = new AtomicInteger();
    Context context = Context.of(rings::incrementAndGet);
    Countdown countdown = new Countdown(1);
    countdown.poll(context);
    assertThat(rings.get())
        .withFailMessage(
            "it was polled with 1 left, answered pending, and rang %d times. Once is right: who"
                + " answers pending and does not see to it that somebody rings is never polled"
                + " again",
            rings.get())
        .isEqualTo(1);
    countdown.poll(context);
    assertThat(rings.get())
        .withFailMessage("it rang when it was ready: nobody need poll it any more")
        .isEqualTo(1);
  }

  @Test
  void a_runtime_brings_it_to_its_end() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      String word = runtime.blockOn(new Countdown(5));
      assertThat(word).isEqualTo("lift-off");
    }
  }
}
