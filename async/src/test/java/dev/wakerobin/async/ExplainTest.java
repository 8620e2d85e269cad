package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The machines of `Machines.java` are those in `machines.txt`.
class ExplainTest {
  private static final Path KEPT = Path.of("src/test/resources/explain");

  private static final Future<String> NOW = _ -> Poll.ready("now");

  private static byte[] compiled(String option) throws IOException {
    String source = Files.readString(KEPT.resolve("Machines.java"));
    return Compiler.compile(Map.of("explain/Machines", source), option).get("explain/Machines");
  }

  @Test
  void a_loop_a_try_a_switch_and_two_awaits_in_an_expression_are_told_as_they_run()
      throws IOException {
    List<String> source = Files.readAllLines(KEPT.resolve("Machines.java"));
    assertThat(Explain.of(compiled("-g"), source))
        .isEqualTo(Files.readString(KEPT.resolve("machines.txt")));
  }

  @Test
  void without_the_source_there_are_line_numbers() throws IOException {
    assertThat(Explain.of(compiled("-g"), List.of()))
        .contains("// line 18\n")
        .doesNotContain("// line 18: ");
  }

  @Test
  void without_names_of_variables_slots_are_numbered() throws IOException {
    assertThat(Explain.of(compiled("-g:none"), List.of()))
        .contains("local0 = this.local0;")
        .doesNotContain("// line");
  }

  @Test
  void a_body_that_awaits_nothing_runs_as_it_stands() {
    AsyncBody<String> body = () -> "done";
    assertThat(Explain.of(body)).endsWith("awaits nothing, so it runs as it stands\n");
  }

  @Test
  void a_body_is_told_by_itself_with_or_without_its_source() {
    AsyncBody<Integer> body = () -> Async.await(NOW).length();
    String told = Explain.of(body);
    assertThat(told)
        .startsWith("async a_body_is_told_by_itself_with_or_without_its_source (ExplainTest.java)")
        .contains("await1:  if (!(awaited.poll(cx)", "Poll.ready(value1.length())");
    List<String> source = Collections.nCopies(999, "  some line  ");
    assertThat(Explain.of(body, source))
        .contains(": some line\n")
        .startsWith(told.substring(0, 50));
  }

  @Test
  void a_body_that_returns_nothing_is_ready_with_the_unit() {
    AsyncAction body =
        () -> {
          var _ = Async.await(NOW);
        };
    assertThat(Explain.of(body)).contains("return Poll.ready(Unit.UNIT);");
  }

  @Test
  void an_object_and_a_method_reference_are_told_as_the_method_that_they_run() {
    assertThat(Explain.of(new Written())).startsWith("async run (ExplainTest.java)");
    assertThat(Explain.of((AsyncBody<String>) ExplainTest::referred))
        .startsWith("async referred (ExplainTest.java)");
  }

  @SuppressWarnings("serial") // As a lambda, it is never written.
  private static final class Written implements AsyncBody<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String run() throws Exception {
      return Async.await(NOW);
    }
  }

  private static String referred() throws Exception {
    return Async.await(NOW);
  }

  @Test
  void a_body_that_cannot_be_lowered_is_refused_with_its_reason() {
    AsyncBody<String> body =
        () -> {
          synchronized (this) {
            return Async.await(NOW);
          }
        };
    assertThatThrownBy(() -> Explain.of(body))
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("ExplainTest.java:")
        .hasMessageContaining("synchronized");
  }

  @Test
  void in_a_class_the_reason_stands_in_place_of_the_machine() throws IOException {
    String source =
        """
        class Two {
          synchronized String no(dev.wakerobin.Future<String> f) throws Exception {
            return dev.wakerobin.async.Async.await(f);
          }
          String yes(dev.wakerobin.Future<String> f) throws Exception {
            return dev.wakerobin.async.Async.await(f);
          }
        }
        """;
    assertThat(Explain.of(Compiler.compile(Map.of("Two", source)).get("Two"), List.of()))
        .startsWith("Two.java:3: await in a synchronized method")
        .contains("\n\nasync yes (Two.java)\n");
  }

  @Test
  void constants_are_written_as_in_java_and_on_one_line() {
    AsyncBody<String> text = () -> Async.await(NOW).concat("a\r\n\t\f\b\"\\\0\u2028é");
    assertThat(Explain.of(text)).contains("(\"a\\r\\n\\t\\f\\b\\\"\\\\\\u0000\\u2028é\")");
    AsyncBody<Double> numbers =
        () -> Math.max(Math.max(Async.await(NOW).length(), Double.NaN), -1 / 0.0);
    assertThat(Explain.of(numbers)).contains("Double.NaN)", "Double.NEGATIVE_INFINITY)");
    AsyncBody<Float> floats = () -> Math.max(Async.await(NOW).length(), 1 / 0f);
    assertThat(Explain.of(floats)).contains("Float.POSITIVE_INFINITY)");
  }

  @Test
  void a_class_without_bodies_and_what_is_no_class_say_so() throws IOException {
    byte[] empty = Compiler.compile(Map.of("Empty", "class Empty {}")).get("Empty");
    assertThat(Explain.of(empty, List.of()))
        .isEqualTo("Empty.java: nothing awaits in this class\n");
    for (int length : new int[] {0, 3, 8, empty.length / 2, empty.length - 1}) {
      byte[] broken = Arrays.copyOf(empty, length);
      assertThatThrownBy(() -> Explain.of(broken, List.of()))
          .as("%d bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
