package dev.wakerobin.stress.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/// Eclipse's compiler, which compiles sources of this project.
public final class CompilerProgram implements Program {

  /// A run that has not begun.
  public CompilerProgram() {}

  @Override
  public List<String> apply(Path root) {
    try {
      Path into = Files.createTempDirectory("corpus");
      try {
        return compile(root, into);
      } finally {
        delete(into);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> compile(Path root, Path into) throws IOException {
    List<String> words = new ArrayList<>(List.of("-25", "-nowarn", "-g", "-proc:none"));
    words.addAll(List.of("-d", into.toString(), "-cp", System.getProperty("java.class.path")));
    words.addAll(sources(root.resolve("api/src/main/java")));
    words.addAll(sources(root.resolve("async/src/main/java/dev/wakerobin/async/lowering")));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    boolean good = BatchCompiler.compile(words.toArray(String[]::new), out, out, null);
    List<String> lines = new ArrayList<>(List.of("compiled: " + good, said.toString()));
    try (Stream<Path> files = Files.walk(into)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(into.relativize(file) + " " + hash(Files.readAllBytes(file)));
      }
    }
    return lines;
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
          .sorted()
          .toList();
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
