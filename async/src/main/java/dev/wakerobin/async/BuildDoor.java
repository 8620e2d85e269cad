package dev.wakerobin.async;

import dev.wakerobin.async.lowering.Ahead;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lowers the async bodies in a folder of class files when a program is built, so that nothing is
/// lowered while it runs, and a module need not open its packages.
///
/// It is a program, for build tools; the Maven plugin calls it:
///
/// ```
/// java -cp async.jar:api.jar dev.wakerobin.async.BuildDoor FOLDER [CLASS-PATH]
/// ```
///
/// Where a class made a lambda, it makes a [Frame] afterwards, of a class that stands beside it.
/// The same class files give the same bytes. What is lowered already is left as it is; frames that
/// no class uses any more are deleted.
///
/// References to methods that may be overridden, or that belong to another class, are left to the
/// lazy door: which code is meant turns out at run time. So are those to methods whose value nobody
/// wants.
public final class BuildDoor {
  private static final String CLASS_FILE = ".class";

  private final Path folder;
  private final Resources files;
  private final List<String> refusals = new ArrayList<>();
  private int lowered;

  private BuildDoor(Path folder, Resources files) {
    this.folder = folder;
    this.files = files;
  }

  /// What lowering a folder came to.
  ///
  /// @param lowered how many classes were rewritten
  /// @param refusals what cannot be lowered, one message each, with file and line
  public record Report(int lowered, List<String> refusals) {}

  /// Lowers the folder that is named first; the second argument is the class path that it was
  /// compiled with. Exits with 1 if a body cannot be lowered, with 2 if it was called wrongly; each
  /// message is a line on the standard error.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2 || !Files.isDirectory(Path.of(arguments[0]))) {
      System.err.printf(
          "usage: BuildDoor FOLDER [CLASS-PATH]; the folder has class files in it, not %s%n",
          Arrays.toString(arguments));
      System.exit(2);
    }
    List<Path> classPath =
        arguments.length == 1
            ? List.of()
            : Stream.of(arguments[1].split(File.pathSeparator, -1)).map(Path::of).toList();
    Report report = lower(Path.of(arguments[0]), classPath);
    report.refusals().forEach(System.err::println);
    if (!report.refusals().isEmpty()) {
      System.exit(1);
    }
    System.out.printf("%d classes lowered in %s%n", report.lowered(), arguments[0]);
  }

  /// Lowers a folder of class files.
  ///
  /// @param classPath where classes are looked up that are not in there; a class that is not found
  ///     is taken to hide its members, which costs a little time at run time
  /// @throws IOException if a file cannot be read or written
  public static Report lower(Path folder, List<Path> classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(url(folder));
    for (Path path : classPath) {
      urls.add(url(path));
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      BuildDoor door = new BuildDoor(folder, new Resources(loader));
      for (Path file : door.classFiles()) {
        door.lowerFile(file);
      }
      new Orphans(folder).delete(door.classFiles());
      return new Report(door.lowered, List.copyOf(door.refusals));
    }
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  private List<Path> classFiles() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(CLASS_FILE)).sorted().toList();
    }
  }

  private void lowerFile(Path file) throws IOException {
    try {
      Map<String, byte[]> classes = Ahead.lower(Files.readAllBytes(file), files);
      // The host comes last: if this is interrupted, it is lowered the next time.
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        write(folder.resolve(one.getKey() + CLASS_FILE), one.getValue());
      }
      lowered += classes.isEmpty() ? 0 : 1;
    } catch (RestrictionException e) {
      refusals.add(inFolder(file) + e.getMessage());
    } catch (IllegalArgumentException e) {
      refusals.add(file + " is no class file that can be read: " + e.getMessage());
    }
  }

  /// The packages of a class as the folders of its source file, of which a message has the name.
  private String inFolder(Path classFile) {
    Path packages = folder.relativize(classFile).getParent();
    return packages == null ? "" : packages.toString().replace(File.separatorChar, '/') + "/";
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, bytes);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
