package dev.wakerobin.async.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/// Looks at each class when javac has understood it: names and types are known, and the trees are
/// still what the programmer wrote.
///
/// No source can await that does not name `Async`, if only in an import; without that word in its
/// text it costs a search for it. If the plugin itself fails, it says so in a note and lets the
/// compilation go on.
final class Inspection implements TaskListener {
  private static final String TELLTALE = "Async";

  private final Trees trees;
  private final Symbols symbols;
  private final boolean unawaited;
  private final Sources sources = new Sources();

  Inspection(JavacTask task, boolean unawaited) {
    this.trees = Trees.instance(task);
    this.symbols = new Symbols(trees, task.getTypes(), task.getElements());
    this.unawaited = unawaited;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      sources.add(event.getSourceFile());
    } else if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
      inspect(event.getCompilationUnit(), event.getTypeElement());
    }
  }

  private void inspect(CompilationUnitTree unit, TypeElement type) {
    try {
      ClassTree tree = trees.getTree(type);
      boolean isModule = tree == null;
      if (!isModule && Sources.text(unit.getSourceFile()).contains(TELLTALE)) {
        inspect(unit, new TreePath(new TreePath(unit), tree));
      }
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      String words =
          "the plugin of Wakerobin has failed, so the awaits in %s are not checked: %s"
              .formatted(type, failure);
      trees.printMessage(Diagnostic.Kind.NOTE, words, unit, unit);
    }
  }

  private void inspect(CompilationUnitTree unit, TreePath type) {
    Lines lines = new Lines(unit, trees.getSourcePositions());
    int from = lines.start(type.getLeaf());
    int to = lines.nextType(type.getLeaf());
    Bodies bodies =
        new Bodies(symbols, type, name -> sources.referTo(name, unit.getSourceFile(), from, to));
    Surroundings surroundings = new Surroundings(symbols, bodies, lines);
    new Scan(symbols, surroundings, finding -> tell(finding, unit)).scan(type, null);
  }

  private void tell(Finding finding, CompilationUnitTree unit) {
    if (unawaited || finding.kind() == Diagnostic.Kind.ERROR) {
      trees.printMessage(finding.kind(), finding.words(), finding.at(), unit);
    }
  }
}
