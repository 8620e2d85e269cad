package dev.wakerobin.learn;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads what was compiled, each time anew.
final class Classroom extends ClassLoader {
  private final Map<String, byte[]> classes;

  Classroom(Map<String, byte[]> classes) {
    super("classroom", Classroom.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /// Async functions are lowered from their class files.
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = classes.get(name.replace('/', '.').replaceFirst("\\.class$", ""));
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  /// The frame of a stack that is nearest to its top and in one of these classes; none if there is
  /// none.
  @Nullable StackTraceElement nearest(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (classes.containsKey(frame.getClassName())) {
        return frame;
      }
    }
    return null;
  }

  /// The same, but only in what was compiled from that file.
  @Nullable StackTraceElement nearest(StackTraceElement[] stack, String file) {
    for (StackTraceElement frame : stack) {
      if (classes.containsKey(frame.getClassName()) && file.equals(frame.getFileName())) {
        return frame;
      }
    }
    return null;
  }
}
