package dev.wakerobin.async;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/// Compiles sources with Eclipse's compiler, which writes other code for them than javac.
final class EclipseCompiler {
  private EclipseCompiler() {}

  /// @param sources by internal name of the class
  static Map<String, byte[]> compile(Map<String, String> sources, String... options)
      throws IOException {
    Path folder = Files.createTempDirectory("eclipse");
    try {
      List<String> words = new ArrayList<>(List.of(options));
      words.addAll(List.of("--release", "25", "-nowarn", "-proc:none"));
      words.addAll(List.of("-cp", System.getProperty("java.class.path")));
      words.addAll(List.of("-d", folder.resolve("classes").toString()));
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve("sources/" + source.getKey() + ".java");
        Files.createDirectories(file.getParent());
        words.add(Files.writeString(file, source.getValue()).toString());
      }
      compile(words);
      return read(folder.resolve("classes"));
    } finally {
      delete(folder);
    }
  }

  private static void compile(List<String> words) {
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    if (!BatchCompiler.compile(words.toArray(String[]::new), out, out, null)) {
      throw new AssertionError(messages.toString());
    }
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        bytes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
