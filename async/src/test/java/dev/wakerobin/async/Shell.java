package dev.wakerobin.async;

import dev.wakerobin.Future;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the tools of the JDK as processes, as users do.
///
/// @param folder where they are started; what they read is in its file `input`
record Shell(Path folder) {
  private static final long PATIENCE_SECONDS = 120;

  private static String pathOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// Where the api and this module are.
  static String path() {
    return pathOf(Future.class) + File.pathSeparator + pathOf(Async.class);
  }

  /// What a tool prints.
  String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(input().toFile()))
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("waited in vain for " + command + ": " + Files.readString(output));
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private Path input() throws IOException {
    Path input = folder.resolve("input");
    return Files.exists(input) ? input : Files.createFile(input);
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
