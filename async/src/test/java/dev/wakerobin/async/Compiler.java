package dev.wakerobin.async;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Compiles sources in this process, into class files by internal name.
final class Compiler {
  private static final Path CASES = Path.of("src/test/resources/cases");

  private Compiler() {}

  /// All cases that are kept as files.
  static Map<String, String> cases() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = CASES.getParent().relativize(file).toString();
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return sources;
  }

  /// Compiles whatever awaits in the sources, for the plugin of this module is not asked.
  ///
  /// @param sources by internal name of the class
  static Map<String, byte[]> compile(Map<String, String> sources, String... options) {
    StringWriter messages = new StringWriter();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    if (!call(units(sources), List.of(options), classes, false, messages, null)) {
      throw new AssertionError(messages + "\n" + sources.values());
    }
    Map<String, byte[]> bytes = new HashMap<>();
    classes.forEach((name, out) -> bytes.put(name.replace('.', '/'), out.toByteArray()));
    return bytes;
  }

  /// What javac says of the sources when the plugin of this module starts itself.
  static List<Diagnostic<? extends JavaFileObject>> diagnose(
      Map<String, String> sources, String... options) {
    return diagnose(units(sources), options);
  }

  static List<Diagnostic<? extends JavaFileObject>> diagnose(
      List<JavaFileObject> sources, String... options) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    call(sources, List.of(options), new HashMap<>(), true, new StringWriter(), said);
    return said.getDiagnostics();
  }

  private static List<JavaFileObject> units(Map<String, String> sources) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    return units;
  }

  private static boolean call(
      List<JavaFileObject> units,
      List<String> options,
      Map<String, ByteArrayOutputStream> classes,
      boolean plugin,
      Writer messages,
      @Nullable DiagnosticListener<JavaFileObject> listener) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
    try (StandardJavaFileManager standard = javac.getStandardFileManager(null, null, null);
        JavaFileManager memory = new Memory(standard, classes, plugin)) {
      return javac.getTask(messages, memory, listener, all, null, units).call();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A source in memory.
  static class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;
    private final boolean plugin;

    Memory(JavaFileManager behind, Map<String, ByteArrayOutputStream> classes, boolean plugin) {
      super(behind);
      this.classes = classes;
      this.plugin = plugin;
    }

    /// Where javac looks for plugins.
    @Override
    public ClassLoader getClassLoader(Location location) {
      return plugin ? super.getClassLoader(location) : ClassLoader.getPlatformClassLoader();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject near) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
