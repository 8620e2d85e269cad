package dev.wakerobin.async.compiler;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.function.Consumer;

/// Goes through a class and looks at each await, and at each future that is made and forgotten.
final class Scan extends TreePathScanner<Void, Void> {
  private final Symbols symbols;
  private final Surroundings surroundings;
  private final Consumer<Finding> tell;

  Scan(Symbols symbols, Surroundings surroundings, Consumer<Finding> tell) {
    this.symbols = symbols;
    this.surroundings = surroundings;
    this.tell = tell;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    ExpressionTree name = call.getMethodSelect();
    if (symbols.isAwait(new TreePath(getCurrentPath(), name))) {
      surroundings.judge(getCurrentPath(), name).ifPresent(tell);
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
    if (symbols.isAwait(getCurrentPath()) && !symbols.isBody(getCurrentPath())) {
      tell.accept(surroundings.foreign(getCurrentPath(), reference));
    }
    return super.visitMemberReference(reference, null);
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree statement, Void nothing) {
    TreePath made = new TreePath(getCurrentPath(), statement.getExpression());
    if ((made.getLeaf() instanceof MethodInvocationTree || made.getLeaf() instanceof NewClassTree)
        && symbols.isBareFuture(made)
        && !isSuppressed(getCurrentPath())) {
      if (surroundings.isInBody(getCurrentPath())) {
        tell.accept(Finding.unawaited(made.getLeaf()));
      } else if (isAsync(made)) {
        tell.accept(Finding.unpolled(made.getLeaf()));
      }
    }
    return super.visitExpressionStatement(statement, null);
  }

  /// Whether a future is made there by `async`. Outside of bodies, of other futures that are
  /// dropped we know less.
  private boolean isAsync(TreePath made) {
    return made.getLeaf() instanceof MethodInvocationTree call
        && symbols.isAsync(new TreePath(made, call.getMethodSelect()));
  }

  /// Whether some method, class or variable around it says `@SuppressWarnings("unawaited")`.
  private boolean isSuppressed(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (symbols.suppresses(at, "unawaited")) {
        return true;
      }
    }
    return false;
  }
}
