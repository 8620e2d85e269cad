package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Programs that are to go through each door do go through each.
class WayTest {

  @Test
  void each_way_runs_bodies_of_its_own_kind() throws Exception {
    Map<String, byte[]> classes =
        Compiler.compile(
            Map.of(
                "Hello",
                """
                import static dev.wakerobin.async.Async.*;
                import dev.wakerobin.*;
                import dev.wakerobin.async.Probe;
                public class Hello {
                  static Future<?> go(Probe p) { return async(() -> await(p.later(1)) + 1); }
                }
                """));
    List<String> made = new ArrayList<>();
    for (Way way : Way.ALL) {
      String wrong =
          way.first(
              classes,
              one -> {
                made.add(Case.start(one.lowered(), new Probe(0)).getClass().getSimpleName());
                return one.lowered(1, 9).equals(one.direct(1, 9)) ? "" : one.name();
              });
      assertThat(wrong).as(way.name()).isEmpty();
    }
    assertThat(made)
        .containsExactly("Hello$go$async0", "Hello$go$lowered0", "Hello$go$lowered0", "Stepping");
  }
}
