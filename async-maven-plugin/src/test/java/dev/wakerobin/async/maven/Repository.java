package dev.wakerobin.async.maven;

import dev.wakerobin.Future;
import dev.wakerobin.async.Async;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// A local repository of Maven's for tests: links to whatever the user's own has, and beside that
/// our artifacts as they have just been compiled.
///
/// @param folder where it is
/// @param version of our artifacts
record Repository(Path folder, String version) {
  private static final Path OURS = Path.of("dev", "wakerobin");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /// A new one, in place of what is there.
  static Repository in(Path folder) throws IOException {
    delete(folder);
    Path users =
        Path.of(
            System.getProperty(
                "wakerobin.maven.repository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    linkAllBut(OURS, users, folder);
    String version = find(ROOT.resolve("pom.xml"), "<version>([^<]+)</version>");
    Repository repository = new Repository(folder, version);
    repository.add("wakerobin", "");
    repository.add("wakerobin-api", "api", Future.class);
    repository.add("wakerobin-async", "async", Async.class);
    repository.add("wakerobin-async-maven-plugin", "async-maven-plugin", LowerMojo.class);
    return repository;
  }

  /// The version of a plugin that this project is built with itself, so that it is there.
  static String pluginVersion(String artifact) throws IOException {
    return find(
        ROOT.resolve("pom.xml"),
        "<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>");
  }

  private static String find(Path file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    if (!found.find()) {
      throw new AssertionError(file + " has no " + pattern);
    }
    return found.group(1);
  }

  /// Deletes links, and not what they link to.
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /// Links each file and folder, except for those on the way to one of them, and that itself.
  private static void linkAllBut(Path left, Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    Path first = left.getName(0);
    try (Stream<Path> all = Files.list(from)) {
      for (Path each : all.toList()) {
        if (!each.getFileName().equals(first)) {
          Files.createSymbolicLink(to.resolve(each.getFileName()), each.toRealPath());
        }
      }
    }
    if (left.getNameCount() > 1) {
      Path rest = left.subpath(1, left.getNameCount());
      linkAllBut(rest, from.resolve(first), to.resolve(first));
    }
  }

  private Path add(String artifact, String module) throws IOException {
    Path home = folder.resolve(OURS).resolve(artifact).resolve(version);
    Files.createDirectories(home);
    Path pom = ROOT.resolve(module).resolve("pom.xml");
    Files.copy(pom, home.resolve(artifact + "-" + version + ".pom"));
    return home.resolve(artifact + "-" + version + ".jar");
  }

  private void add(String artifact, String module, Class<?> inside) throws IOException {
    Path jar = add(artifact, module);
    Path classes = pathOf(inside);
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar);
    } else {
      pack(classes, jar);
    }
  }

  /// Where the api and the module `async` are, to start a program with.
  static List<String> runtimePath() {
    return List.of(pathOf(Future.class).toString(), pathOf(Async.class).toString());
  }

  private static Path pathOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream to = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        to.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, to);
      }
    }
  }
}
