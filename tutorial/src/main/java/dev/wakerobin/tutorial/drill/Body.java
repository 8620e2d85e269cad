package dev.wakerobin.tutorial.drill;

import java.util.List;
import java.util.stream.Collectors;

/// What a task does, from its first line to its last.
///
/// @param task its name
public record Body(String task, List<Statement> statements) {
  /// Takes a copy.
  public Body {
    statements = List.copyOf(statements);
  }

  /// As a method in Java.
  String java() {
    return statements.stream()
        .map(statement -> "  " + statement.java() + "\n")
        .collect(Collectors.joining("", "void " + task + "() {\n", "}\n"));
  }

  boolean has(Class<? extends Statement> kind) {
    return statements.stream().anyMatch(kind::isInstance);
  }
}
