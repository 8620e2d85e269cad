package dev.wakerobin.async.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/// The sources that are being compiled, as texts. The compiler has read them already and keeps them
/// for a while, so most of the time nothing is read again.
final class Sources {
  private final Set<JavaFileObject> files = new LinkedHashSet<>();

  void add(JavaFileObject file) {
    files.add(file);
  }

  static String text(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether `::name` stands anywhere but in a part of one of the sources.
  boolean referTo(String name, JavaFileObject file, int from, int to) {
    Pattern reference = Pattern.compile("::\\s*" + Pattern.quote(name) + "\\b");
    return files.stream()
        .anyMatch(
            other ->
                reference
                    .matcher(text(other))
                    .results()
                    .anyMatch(at -> !other.equals(file) || at.start() < from || at.start() >= to));
  }
}
