package dev.wakerobin.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Cuts a class where its text says something: each comment that is text begins a piece, which goes
/// on to the next one.
///
/// ```
///   /// # 1. A title          the first piece: the text of the class, and all down to ...
///   final class One {
///     private int left;
///
///     /// ## A section        ... here, where the next one begins.
///     void two() { … }
///     void three() { … }     No text of its own: it belongs to the section.
///   }
/// ```
final class Pieces {
  private final Sources sources;
  private final SourceFile file;
  private final Faults faults;

  Pieces(Sources sources, SourceFile file, Faults faults) {
    this.sources = sources;
    this.file = file;
    this.faults = faults;
  }

  /// The pieces of that class, in the order of the file. The first is that of the class itself.
  List<Piece> of(ClassTree type) {
    Optional<Comment> above = Comment.of(sources, file, type, faults);
    List<Piece> pieces = new ArrayList<>();
    List<Tree> trees = new ArrayList<>();
    int from = file.firstLine(type);
    Optional<Comment> text = above;
    for (Tree member : members(type)) {
      Optional<Comment> comment = Comment.of(sources, file, member, faults);
      if (comment.filter(Comment::isText).isPresent()) {
        pieces.add(piece(text, from, file.commentLine(member) - 1, trees));
        text = comment;
        from = file.firstLine(member);
        trees = new ArrayList<>();
      }
      trees.add(member);
    }
    pieces.add(piece(text, from, file.lastLine(type), trees));
    return pieces;
  }

  /// Those that are written, in the order of the file: not the constructor that the compiler adds.
  private List<Tree> members(ClassTree type) {
    return type.getMembers().stream()
        .map(Tree.class::cast)
        .filter(member -> file.end(member) > file.start(member))
        .filter(
            member ->
                !(member instanceof MethodTree method)
                    || method.getBody() == null
                    || file.start(method) != file.start(type))
        .sorted(Comparator.comparingInt(file::start))
        .toList();
  }

  private Piece piece(Optional<Comment> text, int from, int to, List<Tree> trees) {
    List<Integer> lines = new ArrayList<>(IntStream.rangeClosed(from, to).boxed().toList());
    while (!lines.isEmpty() && file.lines().get(lines.getLast() - 1).isBlank()) {
      lines.removeLast();
    }
    return new Piece(file, text, List.copyOf(lines), List.copyOf(trees));
  }
}
