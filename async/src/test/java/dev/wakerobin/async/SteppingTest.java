package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bodies that run as they stand, for a debugger, do what lowered ones do.
class SteppingTest {
  private static final String DOOR = "wakerobin.async.door";
  private static final int[] PENDING = {0, 1, 3};

  @BeforeEach
  void chooseTheDoor() {
    System.setProperty(DOOR, "stepping");
  }

  @AfterEach
  void leaveTheDoor() {
    System.clearProperty(DOOR);
  }

  private static Future<?> run(String members) throws Exception {
    String source =
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        import dev.wakerobin.async.*;
        public class Hello {
          static boolean open;
          static Future<Integer> gate() { return c -> open ? Poll.ready(1) : Poll.pending(); }
        %s
        }
        """
            .formatted(members);
    Map<String, byte[]> classes = Compiler.compile(Map.of("Hello", source), "-g");
    Method go = new CaseLoader(classes, false).loadClass("Hello").getDeclaredMethod("go");
    go.setAccessible(true);
    try {
      return (Future<?>) go.invoke(null);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw Thrown.<Exception>unchecked(e.getCause());
    }
  }

  private static Poll<?> poll(Future<?> future) throws Exception {
    return future.poll(Context.of(Waker.noop()));
  }

  @Test
  void an_await_of_null_fails_at_the_await() throws Exception {
    Future<?> future =
        run(
            """
            static Future<Integer> missing() { return null; }
            static Future<?> go() { return async(() -> {
              try { return await(missing()); } catch (NullPointerException e) { return e.getMessage(); }
            }); }
            """);
    assertThat(poll(future))
        .isEqualTo(Poll.ready("await was given null: there is no future to wait for"));
  }

  @Test
  void a_body_on_a_thread_of_its_own_does_what_a_direct_run_does() throws Exception {
    List<Case> cases = Case.in(Compiler.compile(Compiler.cases(), "-g"));
    assertThat(cases).hasSizeGreaterThan(90);
    for (Case one : cases) {
      for (int pending : PENDING) {
        assertThat(one.lowered(pending, Integer.MAX_VALUE))
            .as("%s, pending %d", one.name(), pending)
            .isEqualTo(one.direct(pending, Integer.MAX_VALUE));
      }
    }
  }

  @Test
  void a_cancel_unwinds_it_at_every_await() throws Exception {
    CancelTest.assertUnwinds(Case.in(Compiler.compile(Compiler.cases(), "-g")));
  }

  @Test
  void it_says_where_it_stands_and_polling_after_its_end_is_refused() throws Exception {
    Future<?> future =
        run(
            """
              static Future<?> go() { return async(() -> {
                int n = await(gate());
                return n + 1; });
              }
            """);
    assertThat(future).isInstanceOf(Stepping.class);
    assertThat(future.toString()).isEqualTo("async Hello.go, not started");
    assertThat(poll(future).isReady()).isFalse();
    assertThat(((Frame<?>) future).where().orElseThrow().toString())
        .isEqualTo("Hello.go(Hello.java:8)");
    future.cancel();
    assertThatThrownBy(() -> poll(future))
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("Hello.go was polled again after its end");
  }

  @Test
  void an_endless_loop_that_swallows_its_cancel_is_given_up() throws Exception {
    Future<?> future =
        run(
            """
              static Future<?> go() { return async(() -> {
                while (true) { try { await(gate()); } catch (Throwable t) { } } });
              }
            """);
    poll(future);
    assertThatThrownBy(future::cancel).isInstanceOf(CancelledAwait.class);
    assertThatThrownBy(() -> poll(future)).isInstanceOf(RestrictionException.class);
  }

  @Test
  void an_await_in_a_method_that_a_body_calls_is_refused_as_ever() throws Exception {
    Future<?> future =
        run(
            """
              static int twice() throws Exception {
                return 2 * await(gate());
              }
              static Future<?> go() { return async(() -> await(gate()) + twice()); }
              static { open = true; }
            """);
    assertThatThrownBy(() -> poll(future))
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("Hello.java:8: await in method twice, which is no async body");
  }

  @Test
  void what_cannot_be_lowered_is_refused_before_it_starts() {
    assertThatThrownBy(
            () ->
                run(
                    """
                      static Future<?> go() { return async(() -> {
                        synchronized (Hello.class) { return await(gate()); } });
                      }
                    """))
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("Hello.java:8: await in a synchronized block");
  }

  @Test
  void a_door_that_is_not_there_is_named_beside_those_that_are() {
    System.setProperty(DOOR, "front");
    assertThatThrownBy(() -> run("static Future<?> go() { return async(() -> await(gate())); }"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no door 'front' (system property wakerobin.async.door): there is [lazy, stepping]");
  }
}
