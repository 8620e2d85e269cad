package dev.wakerobin.async.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.wakerobin.async.Async;
import dev.wakerobin.async.AsyncAction;
import dev.wakerobin.async.AsyncBody;
import dev.wakerobin.async.Body;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/// What trees stand for, as far as it matters here. In a program with errors some stand for
/// nothing.
final class Symbols {
  /// Not taken from the class: on a processor path this jar may be alone.
  private static final String FUTURE = "dev.wakerobin.Future";

  private final Trees trees;
  private final Types types;
  private final Elements elements;

  Symbols(Trees trees, Types types, Elements elements) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
  }

  /// Whether the name or method reference at the end of the path is an await.
  boolean isAwait(TreePath path) {
    return isOurs(path, "await");
  }

  /// Whether the name at the end of the path is that of `async`.
  boolean isAsync(TreePath path) {
    return isOurs(path, "async");
  }

  private boolean isOurs(TreePath path, String start) {
    Optional<ExecutableElement> method = method(path);
    return method.isPresent()
        && method.get().getSimpleName().toString().startsWith(start)
        && isNamed(method.get().getEnclosingElement(), Async.class.getName());
  }

  /// The method that is declared, called or referred to at the end of the path; not a constructor.
  Optional<ExecutableElement> method(TreePath path) {
    return trees.getElement(path) instanceof ExecutableElement method
            && method.getKind() == ElementKind.METHOD
        ? Optional.of(method)
        : Optional.empty();
  }

  /// Whether the class, lambda or method reference at the end of the path is the body of an async
  /// function. What javac has no type for, because of an error there, may be one.
  boolean isBody(TreePath path) {
    return isBody(trees.getTypeMirror(path));
  }

  /// Whether the lambda or method reference at the end of the path is the code of a body. It is not
  /// if its type has a `run()` already, which calls it.
  boolean isCodeOfBody(TreePath path) {
    return isBody(path)
        && !(trees.getTypeMirror(path) instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement type
            && run(type)
                .filter(run -> !run.getModifiers().contains(Modifier.ABSTRACT))
                .isPresent());
  }

  private boolean isBody(@Nullable TypeMirror type) {
    if (type == null
        || (type.getKind() != TypeKind.DECLARED && type.getKind() != TypeKind.INTERSECTION)) {
      return true;
    }
    return isNamed(type, AsyncBody.class.getName())
        || isNamed(type, AsyncAction.class.getName())
        || types.directSupertypes(type).stream().anyMatch(this::isBody);
  }

  /// Whether the expression at the end of the path is a future and nothing more: a type that
  /// extends [Future], as a join handle does, may have a life of its own.
  boolean isBareFuture(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    return type != null && isNamed(type, FUTURE);
  }

  private static boolean isNamed(TypeMirror type, String wanted) {
    return type instanceof DeclaredType declared && isNamed(declared.asElement(), wanted);
  }

  private static boolean isNamed(@Nullable Element element, String wanted) {
    return element instanceof TypeElement type && type.getQualifiedName().contentEquals(wanted);
  }

  /// The class declared at the end of the path.
  Optional<TypeElement> type(TreePath path) {
    return trees.getElement(path) instanceof TypeElement type
        ? Optional.of(type)
        : Optional.empty();
  }

  /// The name of the type of the lambda or method reference at the end of the path, without its
  /// package: `Callable`, or `Map$Entry`, as class files have it.
  String typeName(TreePath path) {
    TypeMirror type = types.erasure(trees.getTypeMirror(path));
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement named) {
      String binary = elements.getBinaryName(named).toString();
      return binary.substring(binary.lastIndexOf('.') + 1);
    }
    return type.toString();
  }

  /// Whether the method says of itself that it is handed over as a body.
  boolean isDeclaredBody(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), Body.class.getName()));
  }

  /// Whether code in another file can name the method and its class.
  boolean isKnownToOthers(ExecutableElement method) {
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)
          || (at instanceof TypeElement type
              && (type.getNestingKind() == NestingKind.LOCAL
                  || type.getNestingKind() == NestingKind.ANONYMOUS))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a call of that method may reach this one.
  boolean isReachedBy(ExecutableElement method, ExecutableElement called) {
    return method.equals(called)
        || elements.overrides(method, called, (TypeElement) method.getEnclosingElement());
  }

  /// The `run` of a class that is a body.
  Optional<ExecutableElement> run(TypeElement body) {
    for (Element member : elements.getAllMembers(body)) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals("run")
          && method.getParameters().isEmpty()) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /// Whether what is declared at the end of the path bears `@SuppressWarnings` with that word.
  boolean suppresses(TreePath path, String word) {
    boolean declares =
        path.getLeaf() instanceof ClassTree
            || path.getLeaf() instanceof MethodTree
            || path.getLeaf() instanceof VariableTree;
    if (!declares || trees.getElement(path) == null) {
      return false;
    }
    SuppressWarnings suppressed = trees.getElement(path).getAnnotation(SuppressWarnings.class);
    return suppressed != null && List.of(suppressed.value()).contains(word);
  }
}
