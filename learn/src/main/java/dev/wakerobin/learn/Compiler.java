package dev.wakerobin.learn;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles in memory, against all that this program runs with. It keeps the library's jars open:
/// that takes a check after the first one from about 0.8 s to 0.15 s.
final class Compiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  /// What is wrong with the characters of a file, which javac does not hold for an error.
  private final List<Diagnostic<? extends JavaFileObject>> unreadable = new ArrayList<>();

  private final StandardJavaFileManager files =
      javac.getStandardFileManager(unreadable::add, Locale.ROOT, StandardCharsets.UTF_8);
  private final List<String> options =
      List.of("-g", "-proc:none", "-classpath", System.getProperty("java.class.path"));

  /// Compiles these. Paths are shown in complaints as they are given here.
  Compilation compile(List<Path> sources) {
    Memory memory = new Memory(files);
    for (Path source : sources) {
      if (!Files.isRegularFile(source)) {
        return new Compilation.Refused("there is no file " + source + "\n");
      }
    }
    unreadable.clear();
    StringWriter said = new StringWriter();
    Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
    boolean well = javac.getTask(said, memory, null, options, null, units).call();
    unreadable.forEach(each -> said.append(each.toString()).append('\n'));
    return well && unreadable.isEmpty()
        ? new Compilation.Compiled(memory.classes())
        : new Compilation.Refused(Complaints.of(said.toString()));
  }

  /// Keeps what is written.
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Memory(StandardJavaFileManager files) {
      super(files);
    }

    Map<String, byte[]> classes() {
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

    @Override
    public void close() {
      // The files stay open for the next compilation.
    }
  }
}
