package dev.wakerobin.async.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The goals of the plugin in projects that Maven builds as their users do it.
class LowerMojoTest {
  private static final String HELLO =
      """
      package hello;
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      public class Hello {
        static Future<String> later(String s) { return context -> Poll.ready(s); }
        public static Future<String> greet(String who) {
          return async(() -> "hello " + await(later(who)));
        }
        public static void main(String[] arguments) throws Exception {
          Future<String> future = greet("world");
          System.out.println(future.getClass().getName());
          System.out.println(future.poll(Context.of(Waker.noop())));
        }
      }
      """;
  private static final String TRIAL =
      """
      package hello;
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.Future;
      class Trial {
        Future<Integer> trial() { return async(() -> await(Hello.greet("trial")).length()); }
      }
      """;
  private static final String OTHER =
      """
      package hello;
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.Future;
      class Other {
        Future<String> twice() {
          return async(() -> await(Hello.greet("a")) + await(Hello.greet("b")));
        }
      }
      """;

  private static Repository repository;

  @TempDir Path folder;
  private Project project;

  @BeforeAll
  static void install() throws IOException {
    repository = Repository.in(Path.of("target", "repository").toAbsolutePath());
  }

  @BeforeEach
  void open() {
    project = new Project(folder, repository);
  }

  private String build(String... arguments) throws IOException, InterruptedException {
    Project.Said said = project.maven(arguments);
    assertThat(said.succeeded()).as(said.text()).isTrue();
    return said.text();
  }

  private static String path(String... more) {
    return String.join(File.pathSeparator, Repository.runtimePath())
        + File.pathSeparator
        + String.join(File.pathSeparator, more);
  }

  @Test
  void classes_are_lowered_once_and_again_when_they_change() throws Exception {
    project.writePom("", "hello", project.dependencies());
    project.write("src/main/java/hello/Hello.java", HELLO);
    project.write("src/main/java/hello/Other.java", OTHER);
    project.write("src/test/java/hello/Trial.java", TRIAL);

    assertThat(build("process-test-classes"))
        .contains("2 classes lowered in", "1 classes lowered in");
    Map<String, FileTime> main = project.classes("target/classes");
    Map<String, FileTime> test = project.classes("target/test-classes");
    assertThat(main)
        .containsOnlyKeys(
            "hello/Hello.class",
            "hello/Hello$greet$lowered0.class",
            "hello/Other.class",
            "hello/Other$twice$lowered0.class");
    assertThat(test).containsOnlyKeys("hello/Trial.class", "hello/Trial$trial$lowered0.class");
    assertThat(project.java("-cp", path("target/classes"), "hello.Hello").text())
        .contains("hello.Hello$greet$lowered0", "Ready[value=hello world]");

    assertThat(build("process-test-classes"))
        .contains("0 classes lowered in")
        .doesNotContain("1 classes lowered", "2 classes lowered");
    assertThat(project.classes("target/classes")).isEqualTo(main);
    assertThat(project.classes("target/test-classes")).isEqualTo(test);

    project.write(
        "src/main/java/hello/Hello.java",
        HELLO.replace("greet(", "salute(") + "class Extra { Object o = Hello.salute(\"x\"); }\n");
    Files.delete(project.folder().resolve("src/main/java/hello/Other.java"));
    Files.delete(project.folder().resolve("src/test/java/hello/Trial.java"));
    assertThat(build("process-classes")).contains("1 classes lowered in");
    assertThat(project.classes("target/classes"))
        .as("the frames of what is gone are gone, too")
        .containsOnlyKeys(
            "hello/Hello.class", "hello/Hello$salute$lowered0.class", "hello/Extra.class");
    assertThat(project.java("-cp", path("target/classes"), "hello.Hello").text())
        .contains("hello.Hello$salute$lowered0", "Ready[value=hello world]");
  }

  @Test
  void skipped_or_without_classes_it_says_so_and_lowers_nothing() throws Exception {
    project.writePom("", "hello", project.dependencies());
    project.write("src/main/java/hello/Hello.java", HELLO);
    assertThat(build("process-test-classes", "-Dwakerobin.async.skip=true"))
        .contains("no async bodies lowered: skipped");
    assertThat(project.classes("target/classes")).containsOnlyKeys("hello/Hello.class");
    assertThat(build("process-test-classes"))
        .contains("1 classes lowered in", "no async bodies lowered: there is no ");
  }

  @Test
  void a_module_that_opens_nothing_runs_and_what_cannot_be_lowered_fails_its_build()
      throws Exception {
    project.writePom("", "hello", project.dependencies());
    project.write(
        "src/main/java/module-info.java", "module hello { requires dev.wakerobin.async; }");
    project.write("src/main/java/hello/Hello.java", HELLO);
    assertThat(build("process-classes")).contains("1 classes lowered in");
    assertThat(project.java("-p", path("target/classes"), "-m", "hello/hello.Hello").text())
        .contains("hello.Hello$greet$lowered0", "Ready[value=hello world]");

    project.write(
        "src/main/java/hello/deep/Wrong.java",
        """
        package hello.deep;
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.Future;
        class Wrong {
          Future<Integer> go(Future<Integer> f) {
            return async(() -> {
              synchronized (f) {
                return await(f);
              }
            });
          }
          Future<Integer> callable(Future<Integer> f) {
            return async(() -> {
              java.util.concurrent.Callable<Integer> c = () -> await(f);
              return c.call();
            });
          }
        }
        """);
    Project.Said said = project.maven("process-classes");
    assertThat(said.succeeded()).as(said.text()).isFalse();
    assertThat(said.text())
        .contains(
            "BUILD FAILURE",
            "[ERROR] hello/deep/Wrong.java:8: await in a synchronized block: the lock belongs to")
        .doesNotContain("\tat dev.wakerobin");
  }

  @Test
  void modules_of_a_build_hand_bodies_to_one_another() throws Exception {
    project.writePom(
        "",
        "all",
        "<packaging>pom</packaging><modules><module>app</module><module>lib</module></modules>");
    project.writePom("lib", "lib", project.dependencies());
    project.writePom("app", "app", project.dependencies("lib"));
    project.write(
        "lib/src/main/java/lib/Steps.java",
        """
        package lib;
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        import dev.wakerobin.async.*;
        public class Steps {
          public interface Step extends AsyncBody<String> {}
          private static String secret() { return "secret"; }
          @Body
          public static String load() throws Exception {
            return secret() + await((Future<String>) context -> Poll.ready(" loaded"));
          }
          public static Future<String> twice(Step step) {
            return async(() -> await(async(step)) + await(async(step)));
          }
        }
        """);
    project.write(
        "app/src/main/java/app/App.java",
        """
        package app;
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        import lib.Steps;
        public class App {
          public static void main(String[] arguments) throws Exception {
            Future<String> loading = async(Steps::load);
            Future<String> future =
                async(() -> await(loading) + await(Steps.twice(() -> await(later()) + "!")));
            System.out.println(future.poll(Context.of(Waker.noop())));
          }
          private static Future<String> later() { return context -> Poll.ready(", app"); }
        }
        """);
    assertThat(build("process-classes")).containsSubsequence("1 classes", "1 classes");
    assertThat(project.classes("app/target/classes")).containsKey("app/App$main$lowered0.class");
    assertThat(
            project.java("-cp", path("app/target/classes", "lib/target/classes"), "app.App").text())
        .contains("Ready[value=secret loaded, app!, app!]");
  }
}
