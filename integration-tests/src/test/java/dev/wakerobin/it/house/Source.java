package dev.wakerobin.it.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One Java file, as javac's parser sees it.
record Source(CompilationUnitTree unit, DocTrees trees) {
  Path path() {
    return Path.of(unit.getSourceFile().toUri());
  }

  String packageName() {
    return Objects.toString(unit.getPackageName(), "");
  }

  /// The folder of its module.
  Path module() {
    Path root = Sources.root();
    return root.resolve(root.relativize(path()).getName(0));
  }

  boolean isMain() {
    return path().startsWith(module().resolve("src/main/java"));
  }

  boolean isNamed(String name) {
    return path().endsWith(name);
  }

  String text() {
    return Sources.read(path());
  }

  /// The classes that are in no other class.
  Stream<ClassTree> classes() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast);
  }

  /// What a module-info says, of one kind; nothing for any other file.
  <D extends DirectiveTree> List<D> directives(Class<D> kind) {
    return unit.getModule() == null
        ? List.of()
        : unit.getModule().getDirectives().stream()
            .filter(kind::isInstance)
            .map(kind::cast)
            .toList();
  }

  boolean hasDoc(Tree tree) {
    return trees.getDocCommentTree(TreePath.getPath(unit, tree)) != null;
  }

  long firstLine(Tree tree) {
    return lineOf(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  long lines(Tree tree) {
    return lineOf(trees.getSourcePositions().getEndPosition(unit, tree)) - firstLine(tree) + 1;
  }

  /// Where it is, in the form that editors and terminals make a link of; what is wrong; what to do.
  String complaint(Tree tree, String whatAndWhatToDo) {
    return complaint(firstLine(tree), whatAndWhatToDo);
  }

  String complaint(int position, String whatAndWhatToDo) {
    return complaint(lineOf(position), whatAndWhatToDo);
  }

  private String complaint(long line, String whatAndWhatToDo) {
    return Sources.root().relativize(path()) + ":" + line + ": " + whatAndWhatToDo;
  }

  private long lineOf(long position) {
    return unit.getLineMap().getLineNumber(position);
  }
}
