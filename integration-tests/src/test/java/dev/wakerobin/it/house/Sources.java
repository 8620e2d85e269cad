package dev.wakerobin.it.house;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Every Java file of the repository, parsed but not compiled: that takes a second.
final class Sources {
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");

  private Sources() {}

  /// The folder above us that has the launcher in it.
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("wakerobin"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no launcher above this folder");
    }
    return folder;
  }

  static List<Source> parse() {
    List<Path> paths = modules().stream().flatMap(Sources::javaFiles).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(paths));
      DocTrees trees = DocTrees.instance(task);
      List<Source> sources = new ArrayList<>();
      task.parse().forEach(unit -> sources.add(new Source(unit, trees)));
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folders of all modules, as the root pom names them: a new one is looked at from the start.
  static List<Path> modules() {
    return MODULE.matcher(read(root().resolve("pom.xml"))).results().map(Sources::folder).toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Path> filesBelow(Path folder) {
    if (!Files.exists(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(MatchResult module) {
    return root().resolve(module.group(1));
  }

  private static Stream<Path> javaFiles(Path module) {
    return filesBelow(module.resolve("src")).filter(file -> file.toString().endsWith(".java"));
  }
}
