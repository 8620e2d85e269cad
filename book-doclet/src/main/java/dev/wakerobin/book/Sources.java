package dev.wakerobin.book;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// The files of the book, as the compiler sees them: javadoc knows neither where a member ends nor
/// what the names in its body mean, so they are compiled once more.
final class Sources {
  /// What plugins of the compiler complain about: a listing may show just what one refuses. They
  /// cannot be kept out, for the compiler also looks for them where this program comes from.
  private static final String OF_A_PLUGIN = "compiler.err.proc.messager";

  private final DocTrees trees;
  private final List<SourceFile> files;
  private final Map<SourceFile, Names> names = new HashMap<>();
  private final Tags tags = new Tags();

  private Sources(DocTrees trees, List<SourceFile> files) {
    this.trees = trees;
    this.files = files;
    files.forEach(file -> names.put(file, Names.in(file, trees)));
  }

  /// Compiles these files, with what that file manager knows.
  ///
  /// @throws IOException if one cannot be read
  static Sources of(List<JavaFileObject> sources, JavaFileManager manager, Faults faults)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, manager, diagnostics, List.of("-proc:none"), null, sources);
    DocTrees trees = DocTrees.instance(task);
    List<SourceFile> files = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      String name = unit.getSourceFile().getName();
      String text = unit.getSourceFile().getCharContent(true).toString();
      files.add(SourceFile.of(name, text, unit, trees.getSourcePositions()));
    }
    task.analyze();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR
          && !diagnostic.getCode().equals(OF_A_PLUGIN)) {
        String name = diagnostic.getSource() == null ? "book" : diagnostic.getSource().getName();
        faults.add(name, (int) diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
      }
    }
    files.sort(Comparator.comparing(SourceFile::name));
    return new Sources(trees, List.copyOf(files));
  }

  /// By name.
  List<SourceFile> files() {
    return files;
  }

  Names names(SourceFile file) {
    return names.getOrDefault(file, new Names(Map.of(), Map.of()));
  }

  /// The tags of the book that their comments have.
  Tags tags() {
    return tags;
  }

  DocTrees trees() {
    return trees;
  }

  /// The comment above that tree.
  Optional<DocCommentTree> comment(SourceFile file, Tree tree) {
    TreePath path = path(file, tree);
    return path == null ? Optional.empty() : Optional.ofNullable(trees.getDocCommentTree(path));
  }

  TreePath path(SourceFile file, Tree tree) {
    return trees.getPath(file.unit(), tree);
  }

  Element element(SourceFile file, Tree tree) {
    return trees.getElement(path(file, tree));
  }
}
