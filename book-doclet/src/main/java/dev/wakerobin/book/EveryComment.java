package dev.wakerobin.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/// Reads every comment of a file, those of members of members as well: one that is listed with the
/// code is no text of the book, and yet its links and tags have to be right.
final class EveryComment extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Sources sources;
  private final SourceFile file;
  private final Faults faults;

  private EveryComment(Sources sources, SourceFile file, Faults faults) {
    this.sources = sources;
    this.file = file;
    this.faults = faults;
  }

  /// Of all these files.
  static void check(Sources sources, Faults faults) {
    for (SourceFile file : sources.files()) {
      new EveryComment(sources, file, faults).scan(file.unit(), null);
    }
  }

  private void read(Tree tree) {
    if (file.end(tree) > file.start(tree)) { // What the compiler has added, has no length.
      Comment.of(sources, file, tree, faults);
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    read(tree);
    return super.visitClass(tree, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
    read(tree);
    return super.visitMethod(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    read(tree);
    return super.visitVariable(tree, null);
  }
}
