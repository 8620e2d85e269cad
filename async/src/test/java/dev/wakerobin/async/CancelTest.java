package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A cancel at an await does what an exception there would: `finally` blocks run, resources are
/// closed, and awaits in them fail.
class CancelTest {
  /// Run directly, the one would never end (FrameTest has loops that swallow a cancel), and the
  /// other would run its bodies one after the other.
  private static final Set<String> HAVE_NO_DIRECT_RUN =
      Set.of("Tries.breakOutOfFinally", "Places.inAnOrdinaryLambda");

  private static final int MOST_AWAITS = 1_000;

  @Test
  void cancel_at_every_await_of_every_case_unwinds_as_an_exception_would() throws Exception {
    assertUnwinds(Case.in(Compiler.compile(Compiler.cases())));
  }

  static void assertUnwinds(List<Case> cases) {
    for (Case one : cases) {
      if (HAVE_NO_DIRECT_RUN.contains(one.name())) {
        continue;
      }
      int at = 1;
      List<String> whole = seenFromOutside(one.direct(1, Integer.MAX_VALUE));
      while (at < MOST_AWAITS) {
        List<String> direct = seenFromOutside(one.direct(1, at));
        assertThat(seenFromOutside(one.lowered(1, at)))
            .as("%s, cancelled at %d", one.name(), at)
            .isEqualTo(direct);
        if (direct.equals(whole)) {
          break;
        }
        at++;
      }
    }
  }

  /// Nobody sees what a cancelled body returns; and a class is initialized once, in whichever run
  /// comes first.
  private static List<String> seenFromOutside(List<String> entries) {
    return entries.stream()
        .filter(entry -> !entry.endsWith("is initialized"))
        .map(entry -> entry.startsWith("value ") ? CancelledAwait.class.getName() + ": " : entry)
        .toList();
  }
}
