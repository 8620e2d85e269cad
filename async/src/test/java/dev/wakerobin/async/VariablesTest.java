package dev.wakerobin.async;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Suspended;
import dev.wakerobin.spi.Suspended.Stop;
import dev.wakerobin.spi.Suspended.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A suspended body shows the variables that it needs when it goes on.
class VariablesTest {

  private static <T> Future<T> never() {
    return _ -> Poll.pending();
  }

  private static <T> Future<T> never(int over) {
    return over > 0 ? never() : _ -> Poll.pending();
  }

  private static List<Stop> suspend(Future<?> future) throws Exception {
    assertThat(future.poll(Context.of(Waker.noop())).isReady()).isFalse();
    return ((Suspended) future).stops();
  }

  private static List<String> variables(Future<?> future) throws Exception {
    return suspend(future).getFirst().variables().stream().map(Variable::toString).toList();
  }

  @Test
  void each_is_shown_as_name_and_value_also_in_the_bodies_around() throws Exception {
    String user = "ada";
    Future<Integer> inner =
        async(
            () -> {
              long bytes = 7L;
              double rate = 0.5;
              int done = await(never());
              return (int) (bytes * rate) + done;
            });
    Future<String> outer =
        async(
            () -> {
              boolean isFirst = true;
              char initial = user.charAt(0);
              int size = await(inner);
              return user + isFirst + initial + size;
            });
    List<Stop> stops = suspend(outer);
    assertThat(stops).hasSize(2);
    assertThat(stops.get(0).variables().toString()).isEqualTo("[bytes = 7, rate = 0.5]");
    assertThat(stops.get(1).variables().toString())
        .isEqualTo("[user = \"ada\", isFirst = true, initial = 'a']");
    assertThat(((Suspended) outer).trace())
        .containsExactly(stops.get(0).place(), stops.get(1).place());
  }

  @Test
  void one_that_is_not_needed_any_more_is_not_shown_and_one_that_is_null_is() throws Exception {
    String nothing = null;
    Future<String> future =
        async(
            () -> {
              String later = null;
              int over = 1;
              await(VariablesTest.<Integer>never(over));
              return nothing + later;
            });
    assertThat(variables(future)).containsExactly("nothing = null", "later = null");
  }

  private final String name = String.valueOf("the host");

  @Override
  public String toString() {
    return name;
  }

  @Test
  void the_object_of_a_body_is_called_this_and_names_of_ours_are_the_sources() throws Exception {
    int state = 1;
    int self = 2;
    Future<String> future =
        async(
            () -> {
              int local3 = state + self;
              await(never());
              return name + state + self + local3;
            });
    assertThat(variables(future))
        .containsExactly("this = the host", "state = 1", "self = 2", "local3 = 3");
  }

  @Test
  void what_the_compiler_keeps_for_itself_is_not_shown() throws Exception {
    Future<Integer> future =
        async(
            () -> {
              int sum = 0;
              for (int each : new int[] {4, 5}) {
                int more = await(never());
                sum += each + more;
              }
              for (String each : List.of("a")) {
                sum += each.length();
              }
              return sum;
            });
    assertThat(variables(future)).containsExactly("sum = 0", "each = 4");
  }

  @Test
  void without_names_the_slots_are_shown() throws Exception {
    Map<String, byte[]> classes =
        Compiler.compile(
            Map.of(
                "Hello",
                """
                import static dev.wakerobin.async.Async.*;
                import dev.wakerobin.*;
                public class Hello {
                  public static Future<?> go(Object o) {
                    return async(() -> {
                      String s = "x" + o;
                      boolean b = s.isEmpty();
                      await(c -> Poll.pending());
                      return b ? s : o;
                    });
                  }
                }
                """),
            "-g:none");
    assertThat(variables(start(classes)))
        .containsExactly("local0 = 1", "local1 = \"x1\"", "local2 = 0");
  }

  private static Future<?> start(Map<String, byte[]> classes) throws Exception {
    Class<?> type = new CaseLoader(classes, false).loadClass("Hello");
    return (Future<?>) type.getMethod("go", Object.class).invoke(null, 1);
  }

  // ---- Values that do not like to be shown

  private record Refusing() {
    @Override
    public String toString() {
      throw new IllegalStateException("no");
    }
  }

  private record Awaiting() {
    @Override
    public String toString() {
      try {
        return await(never());
      } catch (Exception e) {
        throw Thrown.unchecked(e);
      }
    }
  }

  private record Endless(CountDownLatch opened) {
    @Override
    public String toString() {
      while (true) {
        try {
          opened.await();
        } catch (InterruptedException _) {
          continue;
        }
        return "over";
      }
    }
  }

  private record Recursive() {
    @Override
    public String toString() {
      return "x" + this;
    }
  }

  private static String shown(Object value) throws Exception {
    Future<Object> future =
        async(
            () -> {
              await(never());
              return value;
            });
    Variable only = suspend(future).getFirst().variables().getFirst();
    assertThat(only.name()).isEqualTo("value");
    return only.value();
  }

  @Test
  void a_to_string_that_fails_awaits_or_never_ends_is_shown_as_such() throws Exception {
    assertThat(shown(new Refusing()))
        .isEqualTo("Refusing (its toString throws java.lang.IllegalStateException)");
    assertThat(shown(new Awaiting()))
        .isEqualTo("Awaiting (its toString throws dev.wakerobin.async.RestrictionException)");
    assertThat(shown(new Recursive()))
        .isEqualTo("Recursive (its toString throws java.lang.StackOverflowError)");
    CountDownLatch opened = new CountDownLatch(1);
    Endless endless = new Endless(opened);
    assertThat(shown(endless)).isEqualTo("Endless (its toString takes longer than 100 ms)");
    opened.countDown();
    assertThat(shown(endless))
        .as("it is not asked once more")
        .isEqualTo("Endless (its toString takes longer than 100 ms)");
  }

  @Test
  void a_long_value_is_cut_and_stays_on_its_line() throws Exception {
    assertThat(shown("a\"b\n\u0001\\")).isEqualTo("\"a\\\"b\\n\\u0001\\\\\"");
    assertThat(shown("x".repeat(1_000_000)))
        .isEqualTo("\"" + "x".repeat(80) + "…\" (1,000,000 characters)");
    assertThat(shown(new StringBuilder().repeat("y\n", 50)))
        .startsWith("y\\ny\\n")
        .endsWith("… (100 characters)");
    assertThat(shown("\ud83d\ude00".repeat(100) + "!")).contains("\ud83d\ude00…");
    assertThat(shown(("z" + "\ud83d\ude00".repeat(100)))).contains("\ud83d\ude00…");
  }

  @Test
  void arrays_and_collections_show_what_is_in_them_if_that_is_not_much() throws Exception {
    assertThat(shown(new int[] {1, 2})).isEqualTo("int[2] {1, 2}");
    assertThat(shown(new Object[] {"a", null, new char[] {'c'}}))
        .isEqualTo("Object[3] {\"a\", null, char[1] {'c'}}");
    Object[] itself = new Object[1];
    itself[0] = itself;
    assertThat(shown(itself)).isEqualTo("Object[1] {Object[1] {Object[1]}}");
    assertThat(shown(new byte[1000])).isEqualTo("byte[1000] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …}");
    assertThat(shown(List.of(1, 2))).isEqualTo("[1, 2]");
    List<Integer> many = new ArrayList<>(Collections.nCopies(5_000, 1));
    assertThat(shown(many)).isEqualTo("ArrayList of 5,000 elements");
  }
}
