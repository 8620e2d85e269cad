package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A cancel at an await does what an exception there would: `finally` blocks run, resources are
/// closed, and awaits in them fail.
class CancelTest {

  @Test
  void cancel_at_every_await_of_every_case_unwinds_as_an_exception_would() throws Exception {
    for (Case one : Case.in(Compiler.compile(Compiler.cases()))) {
      int at = 1;
      List<String> whole = withoutInitializers(one.direct(1, Integer.MAX_VALUE));
      while (true) {
        List<String> direct = withoutInitializers(one.direct(1, at));
        assertThat(withoutInitializers(one.lowered(1, at)))
            .as("%s, cancelled at %d", one.name(), at)
            .isEqualTo(direct);
        if (direct.equals(whole)) {
          break;
        }
        at++;
      }
    }
  }

  /// A class is initialized once, in whichever run comes first.
  private static List<String> withoutInitializers(List<String> entries) {
    return entries.stream().filter(entry -> !entry.endsWith("is initialized")).toList();
  }
}
