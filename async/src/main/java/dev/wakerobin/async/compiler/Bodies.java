package dev.wakerobin.async.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/// The methods that are bodies of async functions: those handed over as method references, and the
/// `run` of classes that are bodies.
///
/// So are those that say so with [dev.wakerobin.async.Body].
///
/// References in the class at hand are known for what they are. Those in the rest of the
/// compilation are not understood yet, or are so no more, since javac takes one class after the
/// other to its end; there it is enough that the method's name stands behind a `::`.
final class Bodies {
  private final Symbols symbols;
  private final Predicate<String> isReferredToElsewhere;
  private final List<ExecutableElement> known = new ArrayList<>();

  /// @param isReferredToElsewhere whether a name stands behind a `::` outside the class
  Bodies(Symbols symbols, TreePath type, Predicate<String> isReferredToElsewhere) {
    this.symbols = symbols;
    this.isReferredToElsewhere = isReferredToElsewhere;
    new Search().scan(type, null);
  }

  /// Whether this method is a body, or may be one as far as we can see.
  boolean contain(ExecutableElement method) {
    return symbols.isDeclaredBody(method)
        || known.stream().anyMatch(body -> symbols.isReachedBy(method, body))
        || (!method.getModifiers().contains(Modifier.PRIVATE)
            && isReferredToElsewhere.test(method.getSimpleName().toString()));
  }

  private final class Search extends TreePathScanner<Void, Void> {

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
      if (symbols.isCodeOfBody(getCurrentPath())) {
        symbols.method(getCurrentPath()).ifPresent(known::add);
      }
      return super.visitMemberReference(reference, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      Optional<TypeElement> type = symbols.type(getCurrentPath());
      if (type.isPresent() && symbols.isBody(getCurrentPath())) {
        symbols.run(type.get()).ifPresent(known::add);
      }
      return super.visitClass(tree, null);
    }
  }
}
