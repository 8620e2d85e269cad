package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every part of the language with an await in it: what is returned, thrown, suppressed and logged
/// is what a direct run has.
class LanguageTest {
  private static final int[] PENDING = {0, 1, 3};

  /// What a compiler for Java 17 would not take.
  private static final Set<String> NEWER = Set.of("Switches", "Types", "Puzzles", "Corners");

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none", "-g:source,lines", "-XDstringConcat=inline"})
  void lowered_code_does_what_a_direct_run_does(String option) throws Exception {
    compare(Case.in(Compiler.compile(Compiler.cases(), option)), 150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none"})
  void code_of_eclipses_compiler_does_what_a_direct_run_does(String option) throws Exception {
    compare(Case.in(EclipseCompiler.compile(Compiler.cases(), option)), 150);
  }

  @Test
  void code_for_an_older_release_is_lowered_as_well() throws Exception {
    Map<String, String> older = Compiler.cases();
    older.keySet().removeIf(name -> NEWER.contains(name.substring(name.lastIndexOf('/') + 1)));
    compare(Case.in(Compiler.compile(older, "--release", "17")), 100);
  }

  @Test
  void methods_with_a_flag_that_newer_releases_do_not_know_are_called() throws Exception {
    String strict =
        """
        package cases;
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.Future;
        import dev.wakerobin.async.Probe;
        class Strict {
          private static strictfp double half(double d) { return d / 2; }
          static strictfp Future<?> strict(Probe p) {
            return async(() -> half(await(p.later(3.0))) + half(await(p.later(1.0))));
          }
        }
        """;
    compare(Case.in(Compiler.compile(Map.of("cases/Strict", strict), "--release", "11")), 0);
  }

  /// Eclipse's compiler writes code for it that the verifier does not take.
  @Test
  void a_loop_among_the_arguments_of_a_constructor_is_lowered() throws Exception {
    String source =
        """
        package cases;
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.Future;
        import dev.wakerobin.async.Probe;
        class Arguments {
          record Pair(String left, Object right) {}
          static Future<?> loop(Probe p) {
            return async(() -> {
              String all = "";
              for (int round = 0; round < 3; round++) {
                int times = round;
                all += new Pair(p.note("round " + round), switch (await(p.later(round))) {
                  case 0 -> "none";
                  default -> {
                    int sum = 0;
                    for (int i = 0; i <= times; i++) {
                      sum += await(p.later(i));
                    }
                    yield sum;
                  }
                });
                all += new Pair("plain", switch (await(p.later(round))) {
                  default -> {
                    int sum = 0;
                    for (int i = 0; i <= times; i++) {
                      sum += i;
                    }
                    yield sum;
                  }
                });
              }
              return all;
            });
          }
        }
        """;
    compare(Case.in(Compiler.compile(Map.of("cases/Arguments", source))), 0);
  }

  @Test
  void a_body_with_very_many_variables_or_very_far_jumps_is_lowered() throws Exception {
    compare(Case.in(Compiler.compile(LargeSource.sources())), 1);
  }

  private static void compare(List<Case> cases, int least) {
    assertThat(cases).hasSizeGreaterThan(least);
    for (Case one : cases) {
      for (int pending : PENDING) {
        assertThat(one.lowered(pending, Integer.MAX_VALUE))
            .as("%s, pending %d", one.name(), pending)
            .isEqualTo(one.direct(pending, Integer.MAX_VALUE));
      }
    }
  }
}
