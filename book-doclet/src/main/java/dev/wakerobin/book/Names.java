package dev.wakerobin.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/// What each name in a file means, found by the compiler.
///
/// @param used by the place where the name begins
/// @param declared likewise, for those that are declared there
record Names(Map<Integer, Element> used, Map<Integer, Element> declared) {

  static Names in(SourceFile file, Trees trees) {
    Names names = new Names(new HashMap<>(), new HashMap<>());
    new Scanner(file, trees, names).scan(file.unit(), null);
    return names;
  }

  /// Visits what has a name.
  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final SourceFile file;
    private final Trees trees;
    private final Names names;

    Scanner(SourceFile file, Trees trees, Names names) {
      this.file = file;
      this.trees = trees;
      this.names = names;
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
      return scan(tree.getQualifiedIdentifier(), null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      use(file.start(tree), tree.getName().toString());
      return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      String name = tree.getIdentifier().toString();
      use(file.end(tree) - name.length(), name);
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
      String name = tree.getName().toString();
      use(file.end(tree) - name.length(), name);
      return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      declare(tree.getModifiers(), tree, tree.getSimpleName().toString());
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      boolean constructor = tree.getReturnType() == null;
      Element element = trees.getElement(getCurrentPath());
      String name = tree.getName().toString();
      if (constructor && element != null && element.getEnclosingElement() != null) {
        name = element.getEnclosingElement().getSimpleName().toString();
      }
      declare(constructor ? tree.getModifiers() : tree.getReturnType(), tree, name);
      return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      declare(tree.getType(), tree, tree.getName().toString());
      return super.visitVariable(tree, null);
    }

    private void use(int at, String name) {
      Element element = trees.getElement(getCurrentPath());
      if (element != null && at >= 0 && file.text().startsWith(name, at)) {
        names.used.putIfAbsent(at, element);
      }
    }

    private void declare(@Nullable Tree before, Tree tree, String name) {
      Element element = trees.getElement(getCurrentPath());
      int start = file.start(tree);
      if (element == null || start < 0 || isLocal(element)) {
        return;
      }
      boolean isConstant = element.getKind() == ElementKind.ENUM_CONSTANT;
      int from = before != null && !isConstant ? Math.max(start, file.end(before)) : start;
      for (Token token : file.tokens()) {
        if (token.from() >= from
            && token.kind() == Token.Kind.NAME
            && file.text().substring(token.from(), token.to()).equals(name)) {
          names.declared.putIfAbsent(token.from(), element);
          return;
        }
      }
    }

    private static boolean isLocal(Element element) {
      ElementKind kind = element.getKind();
      return kind == ElementKind.LOCAL_VARIABLE
          || kind == ElementKind.PARAMETER
          || kind == ElementKind.EXCEPTION_PARAMETER
          || kind == ElementKind.RESOURCE_VARIABLE
          || kind == ElementKind.BINDING_VARIABLE;
    }
  }
}
