package dev.wakerobin.book;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;

/// A stretch of a file: what is said about it, and its lines.
///
/// @param comment the text above it; none if what is said there stays with the code
/// @param lines of the file, from 1, without the text
/// @param trees the members in it
record Piece(SourceFile file, Optional<Comment> comment, List<Integer> lines, List<Tree> trees) {

  /// Whether there is anything to show.
  boolean hasCode() {
    return lines.stream().anyMatch(line -> !file.lines().get(line - 1).isBlank());
  }
}
