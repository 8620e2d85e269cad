package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BellsTest {
  private final List<String> rung = new ArrayList<>();

  @Test
  void they_are_rung_in_the_order_in_which_they_were_added() {
    Bells bells = new Bells();
    for (String name : List.of("a", "b", "c")) {
      bells.add(() -> rung.add(name));
    }
    bells.ring();
    assertThat(rung).containsExactly("a", "b", "c");
  }

  @Test
  void a_waker_that_throws_keeps_nobody_else_from_being_rung_and_is_reported_to_the_thread()
      throws InterruptedException {
    List<Throwable> reported = new ArrayList<>();
    IllegalStateException broken = new IllegalStateException("a broken waker");
    Bells bells = new Bells();
    bells.add(() -> rung.add("before"));
    bells.add(
        () -> {
          throw broken;
        });
    bells.add(() -> rung.add("after"));
    Thread thread =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, thrown) -> reported.add(thrown))
            .start(
                () -> {
                  bells.ring();
                  rung.add("the caller goes on");
                });
    thread.join();
    assertThat(rung).containsExactly("before", "after", "the caller goes on");
    assertThat(reported).containsExactly(broken);
  }
}
