package dev.wakerobin.async.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/// Where trees stand in their source file.
record Lines(CompilationUnitTree unit, SourcePositions positions) {

  /// The line on which a tree begins.
  long of(Tree tree) {
    return unit.getLineMap().getLineNumber(start(tree));
  }

  /// How many characters there are before it.
  int start(Tree tree) {
    return Math.toIntExact(positions.getStartPosition(unit, tree));
  }

  /// Where the type after this top-level type begins; the end of all sources if there is none.
  int nextType(Tree type) {
    return unit.getTypeDecls().stream()
        .mapToInt(this::start)
        .filter(start -> start > start(type))
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
