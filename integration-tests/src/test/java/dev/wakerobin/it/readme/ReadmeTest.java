package dev.wakerobin.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program in the README, run as it stands there, prints what stands below it.
class ReadmeTest {
  private static final Pattern PROGRAM_AND_OUTPUT =
      Pattern.compile("```java\\n(.*?)```\\n\\n```\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_first_program_prints_what_the_readme_says(@TempDir Path folder)
      throws IOException, InterruptedException {
    Matcher found = PROGRAM_AND_OUTPUT.matcher(Files.readString(readme()));
    assertThat(found.find()).as("a java block in README.md, and a block with its output").isTrue();
    Path source = Files.writeString(folder.resolve("Hello.java"), found.group(1));
    assertThat(run(source)).isEqualTo(found.group(2));
  }

  /// The tests run in the folder of their own module, one below the README's.
  private static Path readme() {
    return Path.of("..", "README.md");
  }

  private static String run(Path source) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", ourModules(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /// The places of all modules of this project that this test runs with.
  private static String ourModules() {
    return ModuleLayer.boot().configuration().modules().stream()
        .filter(module -> module.name().startsWith("dev.wakerobin."))
        .filter(module -> !module.name().equals("dev.wakerobin.it"))
        .map(module -> module.reference())
        .map(ReadmeTest::placeOf)
        .reduce((some, more) -> some + File.pathSeparator + more)
        .orElseThrow();
  }

  private static String placeOf(ModuleReference module) {
    URI place = module.location().orElseThrow();
    return Path.of(place).toString();
  }
}
