package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each restriction is met by a small program, and says where and what to do.
class RestrictionTest {
  private static final String HEAD =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      import dev.wakerobin.async.*;
      public class Hello {
        static Future<Integer> later() { return c -> Poll.ready(1); }
      """;

  private static Future<?> run(String members) throws Exception {
    Map<String, byte[]> classes =
        Compiler.compile(Map.of("Hello", HEAD + members + "}\n"), "-g", "-Xlint:-serial");
    Method main = new CaseLoader(classes, false).loadClass("Hello").getDeclaredMethod("go");
    main.setAccessible(true);
    try {
      return (Future<?>) main.invoke(null);
    } catch (InvocationTargetException e) {
      throw Thrown.<Exception>unchecked(e.getCause());
    }
  }

  private static void assertRefused(Restriction restriction, String where, String members) {
    assertThatThrownBy(() -> run(members).poll(Context.of(Waker.noop())))
        .isInstanceOf(RestrictionException.class)
        .hasMessageStartingWith(where)
        .satisfies(
            e -> assertThat(((RestrictionException) e).restriction()).isEqualTo(restriction));
  }

  @Test
  void await_in_a_synchronized_block() {
    assertRefused(
        Restriction.SYNCHRONIZED_BLOCK,
        "Hello.java:8: await in a synchronized block",
        """
          static Future<?> go() { return async(() -> {
            synchronized (Hello.class) {
              return await(later());
            } });
          }
        """);
  }

  @Test
  void await_in_a_loop_in_a_synchronized_block() {
    assertRefused(
        Restriction.SYNCHRONIZED_BLOCK,
        "Hello.java:9: await in a synchronized block",
        """
          static Future<?> go() { return async(() -> { int n = 0;
            synchronized (Hello.class) { try {
              while (n < 3) {
                n += await(later());
              } } finally { n++; } }
              return n; });
          }
        """);
  }

  @Test
  void await_in_a_synchronized_method() {
    assertRefused(
        Restriction.SYNCHRONIZED_METHOD,
        "Hello.java:7: await in a synchronized method",
        """
          static synchronized int body() throws Exception {
            return await(later()); }
          static Future<?> go() { return async(Hello::body); }
        """);
  }

  @Test
  void await_in_a_constructor() {
    assertRefused(
        Restriction.CONSTRUCTOR,
        "Hello.java:7: await in a constructor or initializer",
        """
          Hello() throws Exception {
            await(later()); }
          static Future<?> go() { return async(Hello::new); }
        """);
  }

  @Test
  void await_in_a_lambda_of_another_type() {
    assertRefused(
        Restriction.FOREIGN_LAMBDA,
        "Hello.java:8: await in a lambda of type Callable",
        """
          static Future<?> go() { return async(() -> { int n = await(later());
            java.util.concurrent.Callable<Integer> c =
              () -> await(later());
            return c.call() + n; });
          }
        """);
  }

  @Test
  void await_in_a_lambda_within_another_lambda() {
    assertRefused(
        Restriction.FOREIGN_LAMBDA,
        "Hello.java:8: await in a lambda of type Callable",
        """
          static Future<?> go() { return async(() -> {
            Runnable r = () -> { java.util.concurrent.Callable<Integer> c = () ->
              await(later()); };
            return r; });
          }
        """);
  }

  @Test
  void await_in_an_ordinary_method() {
    assertRefused(
        Restriction.OUTSIDE_BODY,
        "Hello.java:7: await in method helper, which is no async body",
        """
          static int helper() throws Exception {
            return await(later()); }
          static Future<?> go() { return async(() -> helper() + await(later())); }
        """);
  }

  @Test
  void a_reference_that_the_compiler_makes_a_lambda_of_calls_an_ordinary_method() {
    assertRefused(
        Restriction.OUTSIDE_BODY,
        "Hello.java:7: await in method all, which is no async body",
        """
          static int all(Object... many) throws Exception {
            return await(later()); }
          static Future<?> go() { return async((AsyncBody<Integer>) Hello::all); }
        """);
  }

  @Test
  void await_in_the_lambda_behind_a_reference() {
    assertRefused(
        Restriction.OUTSIDE_BODY,
        "Hello.java:8: await in a lambda in go, which is no async body",
        """
          static Future<?> go() {
            java.util.concurrent.Callable<Integer> c = () ->
              await(later());
            return async(c::call); }
        """);
  }

  @Test
  void await_in_an_ordinary_lambda_outside_any_body() {
    assertRefused(
        Restriction.OUTSIDE_BODY,
        "Hello.java:7: await in a lambda in go, which is no async body",
        """
          static Future<?> go() throws Exception {
            java.util.concurrent.Callable<Integer> c = () -> await(later());
            c.call(); return later(); }
        """);
  }

  @Test
  void await_of_all_outside_any_body() {
    assertRefused(
        Restriction.OUTSIDE_BODY,
        "Hello.java:7: await in method go",
        """
          static Future<?> go() throws Exception {
            awaitAll(later(), later()); return later(); }
        """);
  }

  @Test
  void a_body_that_is_too_large() {
    Map<String, byte[]> classes =
        Compiler.compile(Map.of("cases/Awaits", LargeSource.awaits(1_000)));
    assertThatThrownBy(
            () -> {
              for (Case one : Case.in(classes)) {
                Case.start(one.lowered(), new Probe(0));
              }
            })
        .isInstanceOf(RestrictionException.class)
        .hasMessageStartingWith("Awaits.java:")
        .hasMessageContaining("the async body Awaits.awaits is larger than 64 KiB");
  }

  @Test
  void a_class_whose_file_cannot_be_found() throws Exception {
    Map<String, byte[]> classes =
        Compiler.compile(
            Map.of(
                "Hello",
                HEAD + "public static Future<?> go() { return async(() -> await(later())); } }"));
    ClassLoader hiding =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    Method go = hiding.loadClass("Hello").getDeclaredMethod("go");
    assertThatThrownBy(() -> go.invoke(null))
        .cause()
        .isInstanceOf(RestrictionException.class)
        .hasMessageStartingWith("the code of Hello cannot be read");
  }

  @Test
  void every_restriction_says_what_to_do() {
    for (Restriction restriction : Restriction.values()) {
      assertThat(restriction.words("a", "b")).contains(". ").doesNotContain("%");
    }
  }
}
