package dev.wakerobin.it.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.spi.SchedulerProvider;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same program without any module: a JVM of its own, with everything on the class path.
class ClassPathTest {
  private static final String PROGRAM =
      """
      import dev.wakerobin.Poll;
      import dev.wakerobin.runtime.AsyncRuntime;

      class Program {
        public static void main(String[] args) throws Exception {
          System.out.println(AsyncRuntime.class.getModule().isNamed() ? "modules" : "class path");
          for (String name : AsyncRuntime.availableSchedulers()) {
            try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(name).build()) {
              String answer = runtime.blockOn(context -> Poll.ready("hello from " + name));
              System.out.println(answer);
            }
          }
          try (AsyncRuntime runtime = AsyncRuntime.create()) {
            System.out.println("default: " + runtime.scheduler());
          }
        }
      }
      """;

  @Test
  void the_built_in_schedulers_are_found(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(run(folder))
        .containsExactly(
            "class path",
            "hello from basic",
            "hello from lab",
            "hello from priority",
            "hello from work-stealing",
            "default: work-stealing");
  }

  @Test
  void the_system_property_chooses_the_default(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(run(folder, "-Dwakerobin.scheduler=basic")).contains("default: basic");
  }

  private static List<String> run(Path folder, String... options)
      throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  /// Where the modules are that this test itself runs with, without the stranger's.
  private static String classPath() {
    List<String> places = new ArrayList<>();
    places.add(placeOf(Future.class));
    places.add(placeOf(AsyncRuntime.class));
    ServiceLoader.load(SchedulerProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getModule() != ClassPathTest.class.getModule())
        .forEach(type -> places.add(placeOf(type)));
    return String.join(File.pathSeparator, places);
  }

  private static String placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
