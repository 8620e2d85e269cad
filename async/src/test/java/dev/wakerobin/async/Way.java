package dev.wakerobin.async;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A way from compiled classes to running bodies: one for each door. Random programs take each of
/// them.
///
/// @param name how the bodies are lowered
/// @param load loads the classes
/// @param door what becomes of bodies that are not lowered by then
record Way(String name, Load load, Door door) {
  static final List<Way> ALL =
      List.of(
          new Way("lazily", Way::asCompiled, Door.LAZY),
          new Way("when built", Way::built, Door.LAZY),
          new Way("when loaded", LoweringLoader::new, Door.LAZY),
          new Way("not at all, for a debugger", Way::asCompiled, Door.STEPPING));

  private static final String PROPERTY = "wakerobin.async.door";

  /// Loads classes, by internal name.
  interface Load {
    ClassLoader of(Map<String, byte[]> classes) throws IOException;
  }

  /// What is done with a case.
  interface Look {
    /// What is wrong with it; empty if nothing is.
    String at(Case one) throws Exception;
  }

  /// Looks at each case in those classes until something is wrong with one, and says what.
  String first(Map<String, byte[]> classes, Look look) throws Exception {
    String before = System.getProperty(PROPERTY);
    System.setProperty(PROPERTY, door.toString());
    try {
      for (Case one : Case.in(load.of(classes), classes)) {
        String wrong = look.at(one);
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
      return "";
    } finally {
      if (before == null) {
        System.clearProperty(PROPERTY);
      } else {
        System.setProperty(PROPERTY, before);
      }
    }
  }

  private static ClassLoader asCompiled(Map<String, byte[]> classes) {
    return new CaseLoader(classes, false);
  }

  /// Through a folder, as a build has it.
  private static ClassLoader built(Map<String, byte[]> classes) throws IOException {
    Path folder = Files.createTempDirectory("async-built");
    try {
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        Path file = folder.resolve(one.getKey() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, one.getValue());
      }
      List<String> refusals = BuildDoor.lower(folder, classPath()).refusals();
      if (!refusals.isEmpty()) {
        throw new AssertionError(refusals);
      }
      return new CaseLoader(read(folder), false);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(Way::delete);
      }
    }
  }

  private static List<Path> classPath() {
    String path = System.getProperty("java.class.path");
    return Stream.of(path.split(java.io.File.pathSeparator)).map(Path::of).toList();
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
