package dev.wakerobin.async;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of things that no compiler finds and no restriction names.
public class MisuseTest {
  public static Future<Integer> pending() {
    return _ -> Poll.pending();
  }

  private static <T> Poll<T> poll(Future<T> future) throws Exception {
    return future.poll(Context.of(Waker.noop()));
  }

  @Test
  void a_null_among_the_futures_to_await_is_refused_with_its_place() {
    List<Future<Integer>> futures = new ArrayList<>();
    futures.add(pending());
    futures.add(null);
    assertRefused(
        "awaitAll was given null as its future 2 of 2: leave it out, or give a future",
        async(() -> awaitAll(futures)));
    assertRefused(
        "awaitAll was given null as its future 1 of 3: leave it out, or give a future",
        async(() -> awaitAll(null, pending(), pending())));
  }

  @Test
  void no_list_of_futures_at_all_is_refused_as_such() {
    List<Future<Integer>> none = null;
    assertRefused("awaitAll was given null: give a list of futures", async(() -> awaitAll(none)));
  }

  private static void assertRefused(String message, Future<?> future) {
    assertThatThrownBy(() -> poll(future))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(message);
  }

  @Test
  void of_several_awaited_futures_those_that_are_done_are_shown_as_done() throws Exception {
    Future<Integer> never =
        new Future<>() {
          @Override
          public Poll<Integer> poll(Context context) {
            return Poll.pending();
          }

          @Override
          public String toString() {
            return "never";
          }
        };
    Future<List<Integer>> future = async(() -> awaitAll(_ -> Poll.ready(1), never));
    poll(future);
    assertThat(future).asString().endsWith(": all of [done, never]");
  }

  @Test
  void a_cancel_that_ends_with_a_complaint_tells_where_it_was_called() throws Exception {
    Future<Integer> stubborn =
        async(
            () -> {
              while (true) {
                try {
                  await(pending());
                } catch (Throwable _) {
                  // Goes on as if nothing was.
                }
              }
            });
    poll(stubborn);
    Throwable complaint = catchThrowable(stubborn::cancel);
    assertThat(complaint).isInstanceOf(CancelledAwait.class);
    assertThat(complaint.getStackTrace())
        .as("java Hello.java shows nothing of what has no trace")
        .anyMatch(at -> at.getMethodName().startsWith("a_cancel_that_ends_with_a_complaint"));
  }

  @Test
  void a_body_that_is_run_by_hand_is_called_what_it_is() {
    AsyncBody<Integer> body = () -> await(pending());
    AsyncAction action =
        () -> {
          await(pending());
        };
    String words =
        "await in a call of run() of MisuseTest.a_body_that_is_run_by_hand_is_called_what_it_is,";
    assertThatThrownBy(body::run).hasMessageContaining(words);
    assertThatThrownBy(action::run).hasMessageContaining(words);
  }

  @Test
  void of_a_class_compiled_without_lines_no_line_is_told() throws Exception {
    String source =
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        public class Hello {
          public static Future<Integer> go() { return async(() -> await(dev.wakerobin.async.MisuseTest.pending())); }
        }
        """;
    Map<String, byte[]> classes = Compiler.compile(Map.of("Hello", source), "-g:none");
    Future<?> future =
        (Future<?>)
            new CaseLoader(classes, false).loadClass("Hello").getDeclaredMethod("go").invoke(null);
    poll(future);
    assertThat(future).asString().startsWith("async Hello.go, awaiting at (unknown file): ");
    assertThat(((Frame<?>) future).where())
        .hasValueSatisfying(at -> assertThat(at).hasToString("Hello.go((unknown file))"));
  }
}
