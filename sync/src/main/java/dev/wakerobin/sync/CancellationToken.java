package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.spi.Want;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells any number of tasks that they should stop, and lets them choose how.
///
/// ```java
/// CancellationToken all = new CancellationToken();
/// CancellationToken one = all.child();
/// runtime.spawn(one.runUntilCancelled(serve(connection)));
/// …
/// one.cancel();   // this one only
/// all.cancel();   // everybody
/// ```
///
/// A token is cancelled once and stays so. Its children, and theirs, are cancelled with it; the
/// cancelling of a child does not touch its parent. A child of a cancelled token is born cancelled.
///
/// All methods may be called from any thread. A parent does not keep its children alive: one that
/// is forgotten, with all who wait for it, is collected.
public final class CancellationToken extends Gate {
  private final @Nullable CancellationToken parent;
  private Children.@Nullable Link link; // Our place among the parent's children; guarded by parent.
  private @Nullable Children children; // Made for the first child. Guarded by this.

  /// A token without a parent.
  public CancellationToken() {
    this(null);
  }

  private CancellationToken(@Nullable CancellationToken parent) {
    this.parent = parent;
  }

  /// A token that is cancelled when this one is, or by itself.
  public CancellationToken child() {
    CancellationToken child = new CancellationToken(this);
    if (!adopt(child)) {
      child.cancel();
    }
    return child;
  }

  /// False if it is too late. Pairs with `cancel`, which first opens the gate and then takes the
  /// children: a child is either among them, or is refused here.
  private synchronized boolean adopt(CancellationToken child) {
    if (isCancelled()) {
      return false;
    }
    if (children == null) {
      children = new Children();
    }
    child.link = children.add(child);
    return true;
  }

  /// Cancels this token and all its descendants, and wakes those who wait for any of them. Doing it
  /// again does nothing.
  public void cancel() {
    Deque<CancellationToken> rest = new ArrayDeque<>(); // Not a recursion: trees may be deep.
    rest.add(this);
    while (!rest.isEmpty()) {
      CancellationToken next = rest.remove();
      if (next.open()) {
        next.takeChildren(rest);
      }
    }
    if (parent != null) {
      parent.disown(this);
    }
  }

  private synchronized void takeChildren(Deque<CancellationToken> to) {
    if (children != null) {
      children.forEach(to::add);
      children = null;
    }
  }

  private synchronized void disown(CancellationToken child) {
    if (children != null && child.link != null) {
      children.remove(child.link);
    }
  }

  /// Whether it has been cancelled.
  public boolean isCancelled() {
    return isOpen();
  }

  /// Ready once this token is cancelled.
  public Future<Unit> cancelled() {
    return awaitOpen();
  }

  /// Does some work until it is done or this token is cancelled, whichever is first: then the work
  /// is cancelled and the answer is empty. If both have come by the same poll, the work counts as
  /// done; but if the token was cancelled before the first poll, the work is not begun.
  public <T> Future<Optional<T>> runUntilCancelled(Future<T> work) {
    return new UntilCancelled<>(this, Objects.requireNonNull(work, "work"));
  }

  /// How many children it keeps an eye on.
  synchronized int childCount() {
    return children == null ? 0 : children.size();
  }

  @Override
  Want passing() {
    return new Want("for the cancelling of", this, "CancellationToken", "");
  }

  @Override
  public String toString() {
    return isCancelled() ? "CancellationToken(cancelled)" : "CancellationToken(live)";
  }
}
