package dev.wakerobin.async.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.wakerobin.async.Restriction;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/// What stands around an await, read from the inside to the outside, and which restriction that
/// breaks.
///
/// ```
///   synchronized block ──▶ on, and remember      lambda of a body ──▶ well, unless remembered
///   method that is a body ──▶ the same           lambda of another type ──▶ refused
///   any other method, constructor, initializer ──▶ refused
/// ```
final class Surroundings {
  private static final String SNIPPET = "a snippet";

  private final Symbols symbols;
  private final Bodies bodies;
  private final Lines lines;

  Surroundings(Symbols symbols, Bodies bodies, Lines lines) {
    this.symbols = symbols;
    this.bodies = bodies;
    this.lines = lines;
  }

  /// What is wrong with an await.
  ///
  /// @param await the path to the call
  /// @param name what to point at
  Optional<Finding> judge(TreePath await, Tree name) {
    TreePath around = codeAround(await);
    return switch (around.getLeaf()) {
      case LambdaExpressionTree _ when symbols.isCodeOfBody(around) -> monitor(await, around, name);
      case LambdaExpressionTree _ -> Optional.of(lambda(around, name));
      case MethodTree _ -> method(await, around, name);
      default -> Optional.of(Finding.broken(Restriction.CONSTRUCTOR, name));
    };
  }

  /// Whether what stands there is code of a body itself, and not of a lambda or class in it.
  boolean isInBody(TreePath path) {
    return isBody(codeAround(path));
  }

  private boolean isBody(TreePath code) {
    return switch (code.getLeaf()) {
      case LambdaExpressionTree _ -> symbols.isCodeOfBody(code);
      case MethodTree _ -> symbols.method(code).filter(bodies::contain).isPresent();
      default -> false;
    };
  }

  /// The lambda or method whose code that is; the class, if it is an initializer.
  private static TreePath codeAround(TreePath path) {
    TreePath at = path.getParentPath();
    while (!(at.getLeaf() instanceof LambdaExpressionTree
        || at.getLeaf() instanceof MethodTree
        || at.getLeaf() instanceof ClassTree)) {
      at = at.getParentPath();
    }
    return at;
  }

  private Optional<Finding> method(TreePath await, TreePath method, Tree name) {
    if (isConstructor(method)) {
      return Optional.of(Finding.broken(Restriction.CONSTRUCTOR, name));
    }
    if (!isBody(method)) {
      return Optional.of(outside(method, name));
    }
    Tree tree = method.getLeaf();
    if (((MethodTree) tree).getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      return Optional.of(
          because(Finding.broken(Restriction.SYNCHRONIZED_METHOD, name), "method", tree));
    }
    return monitor(await, method, name);
  }

  private Finding outside(TreePath method, Tree name) {
    String known = nameOf(method);
    if (known.equals(SNIPPET)) {
      return Finding.broken(Restriction.OUTSIDE_BODY, name, known);
    }
    Finding finding = Finding.broken(Restriction.OUTSIDE_BODY, name, "method " + known);
    return isForOthers(method)
        ? finding.and(
            "If a source compiled apart from this one hands it to async(...::%s), mark it @Body."
                .formatted(known))
        : finding;
  }

  /// Whether another compilation may well refer to it as a body. Of a program in several files
  /// `java Hello.java` compiles each by itself.
  private boolean isForOthers(TreePath path) {
    MethodTree method = (MethodTree) path.getLeaf();
    return method.getParameters().isEmpty()
        && !method.getName().contentEquals("main")
        && symbols.method(path).filter(symbols::isKnownToOthers).isPresent();
  }

  private static boolean isConstructor(TreePath method) {
    return ((MethodTree) method.getLeaf()).getReturnType() == null;
  }

  /// JShell compiles a snippet to a method `do_it$`.
  private static String nameOf(TreePath code) {
    if (code.getLeaf() instanceof MethodTree method && !isConstructor(code)) {
      String name = method.getName().toString();
      return name.equals("do_it$") ? SNIPPET : name;
    }
    return "a constructor or initializer";
  }

  /// An await between these two is fine, unless there is a monitor held over it.
  private Optional<Finding> monitor(TreePath await, TreePath around, Tree name) {
    TreePath inner = await;
    for (TreePath at = await; at != around; at = at.getParentPath()) {
      if (at.getLeaf() instanceof SynchronizedTree block && block.getBlock() == inner.getLeaf()) {
        return Optional.of(
            because(Finding.broken(Restriction.SYNCHRONIZED_BLOCK, name), "block", block));
      }
      inner = at;
    }
    return Optional.empty();
  }

  private Finding lambda(TreePath lambda, Tree name) {
    TreePath around = codeAround(lambda);
    while (around.getLeaf() instanceof LambdaExpressionTree && !symbols.isCodeOfBody(around)) {
      around = codeAround(around);
    }
    return isBody(around)
        ? foreign(lambda, name)
        : Finding.broken(Restriction.OUTSIDE_BODY, name, "a lambda in " + nameOf(around));
  }

  /// The await is in a lambda or is a method reference, whose type is none of ours.
  Finding foreign(TreePath lambda, Tree name) {
    return because(
        Finding.broken(Restriction.FOREIGN_LAMBDA, name, symbols.typeName(lambda)),
        "lambda",
        lambda.getLeaf());
  }

  /// Tells where the offending construct begins, unless the await stands on the same line.
  private Finding because(Finding finding, String construct, Tree tree) {
    long line = lines.of(tree);
    return line == lines.of(finding.at())
        ? finding
        : finding.and("the %s begins at line %d".formatted(construct, line));
  }
}
