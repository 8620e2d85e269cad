package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Async functions in programs that are started as their users start them.
class ProcessTest {
  private static final String HELLO =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      public class Hello {
        static int asked;
        static <T> Future<T> later(T value) {
          return context -> asked++ % 2 == 0 ? Poll.pending() : Poll.ready(value);
        }
        private static String mark(String s) { return s + "!"; }
        static Future<String> greet(String who) {
          return async(() -> {
            String name = await(later(who));
            return mark("hello " + name);
          });
        }
        public static void main(String[] args) throws Exception {
          Future<String> future = greet("world");
          System.out.println(future.poll(Context.of(Waker.noop())));
          System.out.println(future);
          System.out.println(future.poll(Context.of(Waker.noop())));
        }
      }
      """;
  private static final String[] SAID = {
    "Pending", "async Hello.greet, awaiting at Hello.java:11", "Ready[value=hello world!]"
  };

  @TempDir Path folder;

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    return new Shell(folder).run(tool, arguments);
  }

  private void write(String file, String text) throws IOException {
    new Shell(folder).write(file, text);
  }

  private static String path() {
    return Shell.path();
  }

  @Test
  void a_single_source_file() throws Exception {
    write("Hello.java", HELLO);
    assertThat(run("java", "-cp", path(), "Hello.java")).contains(SAID);
  }

  @Test
  void a_compiled_class_on_the_class_path() throws Exception {
    write("Hello.java", HELLO);
    assertThat(run("javac", "-cp", path(), "-d", "out", "Hello.java")).isEmpty();
    assertThat(run("java", "-cp", path() + java.io.File.pathSeparator + "out", "Hello"))
        .contains(SAID);
  }

  @Test
  void a_session_of_jshell() throws Exception {
    write(
        "input",
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        int asked;
        <T> Future<T> later(T value) {
          return c -> asked++ % 2 == 0 ? Poll.pending() : Poll.ready(value);
        }
        Future<String> greet(String who) {
          return async(() -> { String n = await(later(who)); return "hello " + n; });
        }
        var f = greet("shell");
        System.out.println(f.poll(Context.of(Waker.noop())));
        System.out.println(f.poll(Context.of(Waker.noop())));
        Future<Integer> g = async(() -> await(later(20)) + await(later(22)));
        for (int i = 0; i < 2; i++) g.poll(Context.of(Waker.noop()));
        System.out.println("then " + g.poll(Context.of(Waker.noop())));
        /exit
        """);
    assertThat(run("jshell", "--class-path", path(), "-s", "-"))
        .contains("Pending", "Ready[value=hello shell]", "then Ready[value=42]");
  }

  private String runModule(String opens) throws Exception {
    write("src/module-info.java", "module hello { requires dev.wakerobin.async; " + opens + " }");
    write("src/hello/Hello.java", "package hello;\n" + HELLO);
    String compiled =
        run(
            "javac",
            "-p",
            path(),
            "-d",
            "mods/hello",
            "src/module-info.java",
            "src/hello/Hello.java");
    assertThat(compiled).isEmpty();
    return run(
        "java", "-p", path() + java.io.File.pathSeparator + "mods", "-m", "hello/hello.Hello");
  }

  @Test
  void a_module_that_opens_its_package() throws Exception {
    assertThat(runModule("opens hello to dev.wakerobin.async;"))
        .contains("Pending", "Hello.java:12", "Ready[value=hello world!]");
  }

  @Test
  void a_module_that_does_not_is_told_the_line_to_add() throws Exception {
    assertThat(runModule(""))
        .contains("package hello is not open")
        .contains("module-info.java: opens hello to dev.wakerobin.async;");
  }
}
