package dev.wakerobin.async;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/// The language cases, compiled, for tests of other packages.
public final class Sources {
  private Sources() {}

  /// By javac; by internal name of the class.
  public static Map<String, byte[]> casesByJavac(String option) throws IOException {
    return Compiler.compile(Compiler.cases(), option);
  }

  /// By Eclipse's compiler.
  public static Map<String, byte[]> casesByEclipse(String option) throws IOException {
    return EclipseCompiler.compile(Compiler.cases(), option);
  }

  /// The class of that name.
  public static byte[] byJavac(String name, String source) {
    return Objects.requireNonNull(Compiler.compile(Map.of(name, source)).get(name));
  }
}
