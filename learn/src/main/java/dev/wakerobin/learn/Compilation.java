package dev.wakerobin.learn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// What becomes of source files when they are compiled in memory, against all that this program
/// runs with.
sealed interface Compilation {

  /// It has gone well.
  ///
  /// @param classes the class files by their names
  record Compiled(Map<String, byte[]> classes) implements Compilation {}

  /// There are errors.
  ///
  /// @param complaints what javac says, as it says it
  record Refused(String complaints) implements Compilation {}

  /// Compiles these. Paths are shown in complaints as they are given here.
  static Compilation of(List<Path> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (InMemory memory =
        new InMemory(
            javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
      boolean well =
          javac
              .getTask(
                  null,
                  memory,
                  diagnostics,
                  List.of("-g", "-proc:none", "-classpath", System.getProperty("java.class.path")),
                  null,
                  memory.sources(files))
              .call();
      return well ? new Compiled(memory.classes()) : new Refused(errors(diagnostics));
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /// Keeps what is written.
  final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    private InMemory(StandardJavaFileManager files) {
      super(files);
    }

    private Iterable<? extends JavaFileObject> sources(List<Path> files) {
      return fileManager.getJavaFileObjectsFromPaths(files);
    }

    private Map<String, byte[]> classes() {
      return written.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toByteArray()));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
