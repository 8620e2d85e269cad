package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/// What the plugin says of a source, and where, and what it leaves alone.
class AwaitPluginTest {
  private static final String HEAD =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      import dev.wakerobin.async.*;
      """;
  private static final String LATER =
      "static <T> Future<T> later(T t) { return c -> Poll.ready(t); }\n";

  private static List<String> said(Map<String, String> sources, String... options) {
    return Compiler.diagnose(sources, options).stream().map(AwaitPluginTest::text).toList();
  }

  private static List<String> said(String members, String... options) {
    return said(Map.of("Hello", HEAD + "class Hello { " + LATER + members + "}\n"), options);
  }

  private static String text(Diagnostic<? extends JavaFileObject> one) {
    return "%s %d:%d %s"
        .formatted(
            one.getKind(),
            one.getLineNumber(),
            one.getColumnNumber(),
            one.getMessage(Locale.ENGLISH));
  }

  @Test
  void the_name_of_the_call_is_marked_and_the_block_is_named() {
    assertThat(
            said(
                """
                static Future<?> go() { return async(() -> {
                  synchronized (Hello.class) {
                    return 1
                      + await(later(1)); } }); }
                """))
        .containsExactly(
            """
            ERROR 8:9 await in a synchronized block: the lock belongs to a thread, and a suspended \
            body has none. Leave the block before the await.
              the block begins at line 6""");
  }

  @Test
  void of_a_qualified_call_the_dot_is_marked_as_javac_does() {
    assertThat(
            said("private static int go() throws Exception {\n  return Async.await(later(1)); }\n"))
        .containsExactly("ERROR 6:15 " + Restriction.OUTSIDE_BODY.words("method go"));
  }

  @Test
  void all_misplaced_awaits_are_reported_and_not_only_the_first() {
    assertThat(
            said(
                """
                static void a() throws Exception { await(later(1)); await(later(2)); }
                static void b() throws Exception { await(later(3)); }
                """))
        .hasSize(3);
  }

  @Test
  void javacs_own_errors_are_there_as_well() {
    assertThat(said("static int a() { return await(later(1)); }\n"))
        .hasSize(2)
        .anyMatch(s -> s.contains("unreported exception"))
        .anyMatch(s -> s.contains("await in method a"));
  }

  @Test
  void in_a_source_that_does_not_compile_nothing_is_guessed() {
    assertThat(
            said(
                """
                static Future<?> a() { return async(() -> await(nothing()) + await(later(1))); }
                static Future<?> b() { return async(x -> await(later(1))); }
                static Future<?> c() { return asink(() -> await(later(1))); }
                static Future<?> d() { return async(() -> { int n = "s"; await(later(1)); }); }
                class E extends Nowhere { int e() { return await(later(1), 2); } }
                static Future<?> f() { return async(Hello::nowhere); }
                static { Missing m = () -> await(later(1)); }
                """))
        .isNotEmpty()
        .noneMatch(s -> s.contains("async body") || s.contains("Wakerobin"));
  }

  @Test
  void a_method_may_be_made_a_body_by_any_source_of_the_compilation() {
    String helper = HEAD + "class Helper { " + LATER;
    String body = "static int body() throws Exception { return await(later(1)); } }";
    String use = HEAD + "class Use { Future<Integer> f() { return async(Helper :: body); } }";
    assertThat(said(Map.of("Helper", helper + body, "Use", use))).isEmpty();
    assertThat(said(Map.of("Helper", helper + body))).hasSize(1);
    assertThat(said(Map.of("Helper", helper + "private " + body, "Use", use)))
        .anyMatch(s -> s.contains("await in method body"));
  }

  @Test
  void a_method_may_say_that_another_compilation_makes_it_a_body() {
    String method = "static int body() throws Exception { return await(later(1)); }";
    assertThat(said("@Body public " + method)).isEmpty();
    assertThat(said("public " + method))
        .singleElement()
        .asString()
        .contains("await in method body, which is no async body")
        .contains(
            "If a source compiled apart from this one hands it to async(...::body), mark it @Body.");
    assertThat(said(method)).singleElement().asString().contains("mark it @Body");
  }

  @Test
  void nothing_is_said_of_bodies_where_no_other_source_can_name_the_method() {
    for (String method :
        List.of(
            "private static int body() throws Exception { return await(later(1)); }",
            "static int body(int n) throws Exception { return await(later(n)); }",
            "void main() throws Exception { await(later(1)); }",
            "private static class In { int body() throws Exception { return await(later(1)); } }",
            "Object o = new Object() { public int body() throws Exception { return await(later(1)); } };",
            "void go() { class In { int body() throws Exception { return await(later(1)); } } }")) {
      assertThat(said(method)).singleElement().asString().doesNotContain("@Body");
    }
  }

  @Test
  void a_lambda_that_is_called_by_the_run_of_its_type_is_no_body_and_that_run_is_one() {
    assertThat(
            said(
                """
                interface Always extends AsyncBody<String> {
                  String word() throws Exception;
                  default String run() throws Exception { return word() + await(later(1)); }
                }
                static Future<String> go() { Always a = () -> await(later("x")); return async(a); }
                """))
        .containsExactly(
            "ERROR 9:47 await in a lambda in go, which is no async body: there is nothing to"
                + " suspend. Write it in the lambda given to async(() -> ...), or return the Future.");
  }

  @Test
  void a_method_may_be_made_a_body_by_another_class_of_its_source() {
    String helper =
        "class Helper { " + LATER + "static int b() throws Exception { return await(later(1)); } }";
    String use = "class Use { Future<Integer> f() { return async(Helper::b); } }";
    assertThat(said(Map.of("Helper", HEAD + helper + use))).isEmpty();
    assertThat(said(Map.of("Use", HEAD + use + helper))).isEmpty();
  }

  @Test
  void a_future_that_nobody_awaits_is_a_warning_in_a_body() {
    assertThat(
            said(
                """
                static Future<Unit> go() { return async(() -> {
                  later(1);
                  new Hello().later(async(() -> later(2)));
                  await(later(3)); }); }
                """,
                "-Xlint:-static"))
        .containsExactly(
            "WARNING 6:8 nobody awaits this Future, so nothing happens: it does nothing until it is"
                + " polled. Write await(...), or spawn it.",
            "WARNING 7:20 nobody awaits this Future, so nothing happens: it does nothing until it"
                + " is polled. Write await(...), or spawn it.");
  }

  @Test
  void an_async_function_that_nobody_polls_is_a_warning_everywhere() {
    assertThat(said("static void go() { async(() -> { await(later(1)); }); }", "-Xlint:-static"))
        .containsExactly(
            "WARNING 5:25 nobody polls this Future, so nothing happens: its body starts when it is"
                + " first polled. Spawn it, give it to blockOn, or return it.");
    assertThat(
            said(
                """
                @SuppressWarnings("unawaited")
                static void go() { async(() -> { await(later(1)); }); }
                """))
        .isEmpty();
  }

  @Test
  void a_future_with_a_life_of_its_own_and_one_that_is_kept_are_no_warning() {
    assertThat(
            said(
                """
                static void take(Future<?> f) {}
                static <T> JoinHandle<T> spawn(Future<T> f) { return null; }
                static Future<Unit> go() { return async(() -> {
                  Future<Integer> kept = later(1);
                  kept = later(2);
                  take(later(3));
                  spawn(later(4));
                  await(kept); }); }
                static void outside() { later(5); }
                """))
        .isEmpty();
  }

  @Test
  void the_warnings_can_be_switched_off() {
    String body = "static Future<Unit> go() { return async(() -> { later(1); }); }\n";
    assertThat(said(body, "-Xplugin:Wakerobin unawaited=on")).hasSize(1);
    assertThat(said(body, "-Xplugin:Wakerobin unawaited=off")).isEmpty();
    assertThat(said("@SuppressWarnings(\"unawaited\") " + body)).isEmpty();
  }

  @Test
  void an_unknown_argument_is_an_error_that_lists_the_known_ones() {
    assertThat(said("", "-Xplugin:Wakerobin unawaited=maybe"))
        .containsExactly(
            "ERROR 1:1 -Xplugin:Wakerobin has no argument 'unawaited=maybe': there is"
                + " [unawaited=on, unawaited=off]");
  }

  @Test
  void a_failure_of_the_plugin_is_a_note_and_the_compilation_goes_on() {
    JavaFileObject readOnce =
        new Compiler.Source("Hello", HEAD + "class Hello {}") {
          private boolean read;

          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            if (read) {
              throw new IllegalStateException("read twice");
            }
            read = true;
            return super.getCharContent(ignoreEncodingErrors);
          }
        };
    assertThat(Compiler.diagnose(List.of(readOnce)))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
              assertThat(note.getMessage(Locale.ENGLISH))
                  .startsWith("the plugin of Wakerobin has failed, so the awaits in Hello are not")
                  .endsWith("read twice");
            });
  }
}
