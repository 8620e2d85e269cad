package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReentryTest {

  @Test
  void each_call_runs_the_body_once() {
    AtomicInteger runs = new AtomicInteger();
    Reentry reentry = new Reentry(runs::incrementAndGet);
    reentry.run();
    reentry.run();
    assertThat(runs).hasValue(2);
  }

  @Test
  void what_the_body_throws_comes_out_as_it_is() {
    AssertionError thrown = new AssertionError("a scheduler broke");
    Reentry reentry =
        new Reentry(
            () -> {
              throw thrown;
            });
    assertThatThrownBy(reentry::run).isSameAs(thrown);
  }
}
