package dev.wakerobin.tutorial.chapter02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayTest {
  private final List<Runnable> asked = new ArrayList<>();
  private final Delay delay = new Delay(Duration.ofDays(1), (_, ring) -> asked.add(ring));

  @Test
  void it_asks_the_ringer_once_and_at_the_first_poll() {
    assertThat(asked).isEmpty();
    delay.poll(Context.of(() -> {}));
    delay.poll(Context.of(() -> {}));
    assertThat(asked).hasSize(1);
  }

  @Test
  void it_is_pending_until_the_ringer_has_rung() {
    Context context = Context.of(() -> {});
    assertThat(delay.poll(context)).isEqualTo(Poll.pending());
    asked.getFirst().run();
    assertThat(delay.poll(context)).isEqualTo(Poll.ready());
  }

  @Test
  void the_bell_that_is_rung_is_the_one_of_the_latest_poll() {
    List<String> heard = new ArrayList<>();
    delay.poll(Context.of(() -> heard.add("first")));
    delay.poll(Context.of(() -> heard.add("second")));
    asked.getFirst().run();
    assertThat(heard).containsExactly("second");
  }

  @Test
  void a_ringer_may_ring_before_the_poll_is_over() {
    List<String> heard = new ArrayList<>();
    Delay quick = new Delay(Duration.ZERO, (_, ring) -> ring.run());
    assertThat(quick.poll(Context.of(() -> heard.add("rung")))).isEqualTo(Poll.pending());
    assertThat(heard).containsExactly("rung");
    assertThat(quick.poll(Context.of(() -> {}))).isEqualTo(Poll.ready());
  }
}
