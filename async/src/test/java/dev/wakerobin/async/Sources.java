package dev.wakerobin.async;

import java.io.IOException;
import java.util.Map;

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
}
