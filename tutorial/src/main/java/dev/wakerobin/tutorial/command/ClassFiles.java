package dev.wakerobin.tutorial.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Finds class files, and the sources that they come from.
final class ClassFiles {
  private static final int FOLDERS_ABOVE = 5;

  private ClassFiles() {}

  /// All class files in the folder of that class and below; none if it is in no folder.
  static List<Path> of(Class<?> type) throws IOException {
    String name = type.getName();
    URL file = type.getResource(name.substring(name.lastIndexOf('.') + 1) + ".class");
    if (file == null || !file.getProtocol().equals("file")) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(file.toURI()).resolveSibling(""))) {
      return files.filter(each -> each.toString().endsWith(".class")).sorted().toList();
    } catch (URISyntaxException e) {
      throw new IOException("no file: " + file, e);
    }
  }

  /// Where the source of a class file would be: beside it, or where build tools have it.
  ///
  /// ```
  ///   build/demo/Hello.class             build/demo/Hello.java, src/demo/Hello.java
  ///   target/classes/demo/Hello.class    src/main/java/demo/Hello.java, src/test/java/…
  ///   …/my.module/demo/Hello.class       module/src/main/java/demo/Hello.java
  /// ```
  ///
  /// @param type the class, as in `demo/Hello`
  /// @param name its source file, as in `Hello.java`
  /// @return the first of them that is there, or one that is not
  static Path source(Path classFile, String type, String name) {
    Path beside = classFile.toAbsolutePath().normalize().resolveSibling(name);
    if (Files.exists(beside)) {
      return beside;
    }
    String relative = type.substring(0, type.lastIndexOf('/') + 1) + name;
    Path root = beside;
    for (int i = 0; i < Path.of(relative).getNameCount() && root.getParent() != null; i++) {
      root = root.getParent();
    }
    String module = root.getFileName() == null ? "" : root.getFileName().toString();
    String folder = module.substring(module.lastIndexOf('.') + 1);
    List<String> places =
        List.of("src/main/java", "src/test/java", "src", folder + "/src/main/java");
    Path above = root;
    for (int i = 0; i < FOLDERS_ABOVE && above != null; i++, above = above.getParent()) {
      for (String place : places) {
        Path found = above.resolve(place).resolve(relative);
        if (Files.exists(found)) {
          return found;
        }
      }
    }
    return beside;
  }
}
