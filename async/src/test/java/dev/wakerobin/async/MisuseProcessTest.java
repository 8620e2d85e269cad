package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A misplaced await in programs that are compiled and started as their users do it, and what they
/// are told without having asked for a plugin.
class MisuseProcessTest {
  private static final String WRONG =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      public class Wrong {
        static Future<Integer> later() { return context -> Poll.ready(1); }
        public static void main(String[] args) throws Exception {
          System.out.println("started");
          System.out.println(await(later()));
        }
      }
      """;
  private static final String WORDS = Restriction.OUTSIDE_BODY.words("method main");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder);
    shell.write("Wrong.java", WRONG);
    shell.write("src/wrong/Wrong.java", "package wrong;\n" + WRONG);
    shell.write(
        "src/module-info.java",
        "module wrong { requires dev.wakerobin.async; opens wrong to dev.wakerobin.async; }");
  }

  private String compileModule(String... options) throws Exception {
    String[] all = new String[options.length + 6];
    System.arraycopy(options, 0, all, 0, options.length);
    String[] rest = {
      "-p", Shell.path(), "-d", "mods/wrong", "src/module-info.java", "src/wrong/Wrong.java"
    };
    System.arraycopy(rest, 0, all, options.length, rest.length);
    return shell.run("javac", all);
  }

  @Test
  void javac_on_the_class_path_marks_the_await() throws Exception {
    assertThat(shell.run("javac", "-cp", Shell.path(), "-d", "out", "Wrong.java"))
        .isEqualToNormalizingNewlines(
            """
            Wrong.java:7: error: %s
                System.out.println(await(later()));
                                   ^
            1 error
            """
                .formatted(WORDS));
  }

  @Test
  void a_single_source_file_is_not_started() throws Exception {
    assertThat(shell.run("java", "-cp", Shell.path(), "Wrong.java"))
        .contains("Wrong.java:7: error: " + WORDS, "error: compilation failed")
        .doesNotContain("started");
  }

  @Test
  void jshell_refuses_the_snippet_and_goes_on() throws Exception {
    shell.write(
        "input",
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        int twice() throws Exception { return 2 * await((Future<Integer>) c -> Poll.ready(1)); }
        int x = await((Future<Integer>) c -> Poll.ready(1));
        System.out.println(async(() -> await((Future<Integer>) c -> Poll.ready(1))));
        Future<Integer> well = async(() -> await((Future<Integer>) c -> Poll.ready(42)));
        System.out.println(well.poll(Context.of(Waker.noop())));
        /exit
        """);
    assertThat(shell.run("jshell", "--class-path", Shell.path(), "-s", "-"))
        .contains(Restriction.OUTSIDE_BODY.words("method twice"))
        .contains(Restriction.OUTSIDE_BODY.words("a snippet"))
        .contains("async a snippet, not started", "Ready[value=42]");
  }

  @Test
  void jshell_on_the_module_path_names_no_file_that_nobody_has_seen() throws Exception {
    shell.write(
        "input",
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        int x = await((Future<Integer>) c -> Poll.ready(1));
        /exit
        """);
    assertThat(
            shell.run(
                "jshell",
                "--module-path",
                Shell.path(),
                "--add-modules",
                "dev.wakerobin.async",
                "-s",
                "-"))
        .contains("RestrictionException: " + Restriction.OUTSIDE_BODY.words("a snippet"));
  }

  @Test
  void a_module_is_told_at_compile_time_if_the_jar_is_on_the_processor_path() throws Exception {
    assertThat(compileModule("-processorpath", Shell.path()))
        .contains("src/wrong/Wrong.java:8: error: " + WORDS)
        .doesNotContain("Wakerobin has failed");
  }

  @Test
  void a_module_is_told_at_compile_time_if_the_jar_is_on_the_processor_module_path()
      throws Exception {
    assertThat(compileModule("--processor-module-path", Shell.path()))
        .contains("src/wrong/Wrong.java:8: error: " + WORDS)
        .doesNotContain("Wakerobin has failed");
  }

  @Test
  void a_module_is_else_told_at_run_time_with_the_same_words() throws Exception {
    assertThat(compileModule()).isEmpty();
    assertThat(
            shell.run(
                "java",
                "--limit-modules=wrong",
                "-p",
                Shell.path() + File.pathSeparator + "mods",
                "-m",
                "wrong/wrong.Wrong"))
        .as("there is no compiler in this process")
        .contains("started", "Wrong.java:8: " + WORDS);
  }
}
