package dev.wakerobin.it.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/// Finds what others may use and no doc comment explains. Exempt is what has its text elsewhere:
/// whatever overrides, and the constructors of records.
final class Undocumented extends TreeScanner<Void, Tree.Kind> {
  private final Source source;
  private final List<String> complaints = new ArrayList<>();

  private Undocumented(Source source) {
    this.source = source;
  }

  static List<String> in(Source source) {
    Undocumented scanner = new Undocumented(source);
    scanner.scan(source.unit(), Tree.Kind.CLASS);
    if (source.unit().getModule() != null) {
      scanner.check(source.unit().getModule(), "the module");
    }
    return scanner.complaints;
  }

  @Override
  public Void visitPackage(PackageTree tree, Tree.Kind owner) {
    if (source.isNamed("package-info.java")) {
      check(tree, "the package");
    }
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Tree.Kind owner) {
    if (isForOthers(tree.getModifiers(), owner)) {
      check(tree, "'" + tree.getSimpleName() + "'");
      scan(tree.getMembers(), tree.getKind());
    }
    return null; // What is in a class that others do not see, they do not see either.
  }

  @Override
  public Void visitMethod(MethodTree tree, Tree.Kind owner) {
    boolean constructorOfRecord = owner == Tree.Kind.RECORD && tree.getReturnType() == null;
    if (isForOthers(tree.getModifiers(), owner) && !overrides(tree) && !constructorOfRecord) {
      check(tree, "'" + tree.getName() + "'");
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Tree.Kind owner) {
    if (isForOthers(tree.getModifiers(), owner)) {
      check(tree, "'" + tree.getName() + "'");
    }
    return null;
  }

  private void check(Tree tree, String name) {
    if (!source.hasDoc(tree)) {
      complaints.add(
          source.complaint(
              tree,
              name + " is exported and has no doc comment: say in a /// sentence what it is"));
    }
  }

  private static boolean isForOthers(ModifiersTree modifiers, Tree.Kind owner) {
    boolean implicitly =
        (owner == Tree.Kind.INTERFACE || owner == Tree.Kind.ANNOTATION_TYPE)
            && !modifiers.getFlags().contains(Modifier.PRIVATE);
    return implicitly
        || modifiers.getFlags().contains(Modifier.PUBLIC)
        || modifiers.getFlags().contains(Modifier.PROTECTED);
  }

  private static boolean overrides(MethodTree tree) {
    return tree.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
  }
}
