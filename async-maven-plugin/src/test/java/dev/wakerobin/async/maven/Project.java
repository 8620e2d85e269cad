package dev.wakerobin.async.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A user's project, and what Maven and Java say of it.
///
/// @param folder with the `pom.xml`
record Project(Path folder, Repository repository) {
  private static final long PATIENCE_SECONDS = 180;

  /// What a process printed.
  ///
  /// @param succeeded whether its exit code was 0
  record Said(boolean succeeded, String text) {}

  /// Writes a `pom.xml` with both goals of the plugin in it.
  ///
  /// @param module its folder, empty for that of the project
  /// @param more elements before the build
  void writePom(String module, String artifact, String more) throws IOException {
    write(
        Path.of(module, "pom.xml").toString(),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>hello</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          %s
          <properties>
            <maven.compiler.release>25</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-resources-plugin</artifactId>
                <version>%s</version>
              </plugin>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>%s</version>
              </plugin>
              <plugin>
                <groupId>dev.wakerobin</groupId>
                <artifactId>wakerobin-async-maven-plugin</artifactId>
                <version>%s</version>
                <executions>
                  <execution>
                    <goals>
                      <goal>lower</goal>
                      <goal>test-lower</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(
                artifact,
                more,
                Repository.pluginVersion("maven-resources-plugin"),
                Repository.pluginVersion("maven-compiler-plugin"),
                repository.version()));
  }

  /// Dependencies on the module `async` and on these of the same project.
  String dependencies(String... others) {
    StringBuilder text = new StringBuilder("<dependencies>\n");
    text.append(dependency("dev.wakerobin", "wakerobin-async", repository.version()));
    for (String other : others) {
      text.append(dependency("hello", other, "1"));
    }
    return text.append("</dependencies>").toString();
  }

  private static String dependency(String group, String artifact, String version) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
        </dependency>
        """
        .formatted(group, artifact, version);
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  Said maven(String... arguments) throws IOException, InterruptedException {
    String home = System.getProperty("wakerobin.maven.home");
    List<String> command = new ArrayList<>();
    command.add(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString());
    command.addAll(List.of("-o", "-B", "-ntp", "-Dmaven.repo.local=" + repository.folder()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  Said java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Said run(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("MAVEN_ARGS");
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("waited in vain for " + command + ": " + Files.readString(output));
    }
    return new Said(process.exitValue() == 0, Files.readString(output));
  }

  /// The class files under a folder, by their paths in it, with the times of their last changes.
  Map<String, FileTime> classes(String under) throws IOException {
    Map<String, FileTime> classes = new TreeMap<>();
    Path root = folder.resolve(under);
    if (Files.isDirectory(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path each : all.filter(Files::isRegularFile).toList()) {
          if (each.toString().endsWith(".class")) {
            String name = root.relativize(each).toString().replace('\\', '/');
            classes.put(name, Files.getLastModifiedTime(each));
          }
        }
      }
    }
    return classes;
  }
}
