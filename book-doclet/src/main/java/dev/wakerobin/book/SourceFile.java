package dev.wakerobin.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.List;
import java.util.Optional;

/// A file of the book, parsed.
///
/// @param name as messages have it
/// @param lines from the first; line 1 is at index 0
record SourceFile(
    String name,
    String text,
    List<String> lines,
    List<Token> tokens,
    CompilationUnitTree unit,
    SourcePositions positions) {

  static SourceFile of(
      String name, String text, CompilationUnitTree unit, SourcePositions positions) {
    List<String> lines = List.of(text.split("\n", -1));
    return new SourceFile(name, text, lines, JavaTokens.of(text), unit, positions);
  }

  /// The line, from 1, in which the tree begins.
  int firstLine(Tree tree) {
    return line(start(tree));
  }

  /// The line, from 1, in which the tree ends.
  int lastLine(Tree tree) {
    return line(end(tree));
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  int line(int position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  /// Where that line begins.
  int startOfLine(int line) {
    return (int) unit.getLineMap().getStartPosition(line);
  }

  /// The first line of the comment above the tree; the line of the tree itself if there is none.
  int commentLine(Tree tree) {
    int line = firstLine(tree);
    while (line > 1 && lines.get(line - 2).strip().startsWith("///")) {
      line--;
    }
    return line;
  }

  /// Where the comment above the tree stands.
  Origin origin(Tree tree) {
    return new Origin(name, lines, commentLine(tree));
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  /// The name of the file without folders: `Delay.java`.
  String simpleName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// The first class in it, if there is one.
  Optional<ClassTree> type() {
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree type) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
