package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A stretch of a task in which it may spawn children, none of which outlives it.
///
/// ```java
/// Future<Page> page =
///     TaskScope.failFast(
///         scope -> {
///           JoinHandle<User> user = scope.spawn(findUser());
///           JoinHandle<Order> order = scope.spawn(findOrder());
///           return join(user, order, Page::new);
///         });
/// ```
///
/// The scope is a future: it runs its body, as part of the task that polls it, and is ready when
/// the body *and* all children have ended, with the body's value. Children may spawn siblings.
///
/// - [#failFast(Function)]: the first failure, of the body or of a child, cancels all the others;
///   once they have ended it is thrown, with later failures suppressed in it. A child's failure is
///   thrown as its [TaskFailedException].
/// - [#supervised(Function)]: a child that fails is its joiners' business, and reported if nobody
///   joins it; the others go on. Only if the body fails are they cancelled.
///
/// In both, a child that was merely cancelled is no failure.
///
/// If the scope itself is cancelled, its body is cancelled at once and its children are aborted.
/// Nobody can wait at that point, so they are handed to the scope around, of this task or of the
/// one that spawned it, which does not end before they have. Only where there is no scope around
/// can a child, being in the middle of a poll, still be at work when its parent has ended. Failures
/// that a cancelled scope has not thrown yet are reported: none is lost.
///
/// The ideas are those of Trio's nurseries, of Kotlin's `coroutineScope` and `supervisorScope`, and
/// of the JDK's `StructuredTaskScope`.
public final class TaskScope {
  /// The scope that orphans are handed to. Bound in bodies and children.
  static final TaskLocal<TaskScope> ENCLOSING = TaskLocal.named("enclosing scope");

  private enum State {
    /// All goes well.
    OPEN,
    /// Something failed, or the scope was cancelled: who comes now is cancelled at once.
    ENDING,
    /// All have ended.
    ENDED
  }

  private final Engine engine;
  private final boolean failFast;

  private final Set<Child<?>> children = new LinkedHashSet<>(); // This and the rest: by this.
  private final List<Throwable> failures = new ArrayList<>();
  private State state = State.OPEN;
  private boolean bodyHasEnded;
  private boolean abandoned;
  private @Nullable TaskScope heir; // The scope around, once abandoned.
  private Waker waker = Waker.noop(); // That of the scope's future.

  TaskScope(Engine engine, boolean failFast) {
    this.engine = engine;
    this.failFast = failFast;
  }

  /// A scope in which the first failure cancels all the others. The body is made, and begins, when
  /// the scope is first polled, which has to be inside a task.
  public static <T> Future<T> failFast(Function<? super TaskScope, ? extends Future<T>> body) {
    return new ScopeFuture<>(Objects.requireNonNull(body, "body"), true);
  }

  /// A scope in which children fail on their own. Likewise.
  public static <T> Future<T> supervised(Function<? super TaskScope, ? extends Future<T>> body) {
    return new ScopeFuture<>(Objects.requireNonNull(body, "body"), false);
  }

  /// Spawns a child. From any thread; if the scope is being cancelled already, the future is
  /// cancelled without having been polled.
  ///
  /// @throws IllegalStateException if the scope has ended
  public <T> JoinHandle<T> spawn(Future<T> future) {
    return spawn("", future);
  }

  /// The same with a name, for messages and timelines.
  public <T> JoinHandle<T> spawn(String name, Future<T> future) {
    Child<T> child = new Child<>(engine.newTask(name, ENCLOSING.with(this, future)));
    if (!enter(child)) {
      child.task().abort();
    }
    child.watchOver();
    engine.start(child.task(), Seat.ofThisThread());
    return child.task();
  }

  /// How many children have not ended.
  public synchronized int size() {
    return children.size();
  }

  @Override
  public synchronized String toString() {
    return "TaskScope(" + size() + " children, " + state + ")";
  }

  /// False if it is to be cancelled at once.
  private synchronized boolean enter(Child<?> child) {
    if (state == State.ENDED) {
      throw new IllegalStateException(
          "this scope has ended, and a child must not outlive it: spawn from its body or its"
              + " children, or with Tasks.spawn");
    }
    children.add(child);
    return state == State.OPEN;
  }

  // ---- For its future

  synchronized void rings(Waker current) {
    waker = current;
  }

  synchronized boolean isEnding() {
    return state == State.ENDING;
  }

  synchronized void bodyHasEnded() {
    bodyHasEnded = true;
  }

  /// True if body and children have ended: then nobody can enter any more.
  synchronized boolean tryEnd() {
    if (!bodyHasEnded || !children.isEmpty()) {
      return false;
    }
    state = State.ENDED;
    return true;
  }

  /// The body failed, or something that did not answer to a child.
  void fail(Throwable thrown) {
    synchronized (this) {
      failures.add(thrown);
      state = State.ENDING;
    }
    abortChildren();
  }

  /// Nobody will poll the scope any more: hands its children on, aborts them, and reports the
  /// failures that it would have thrown.
  void abandon() {
    List<Child<?>> orphans;
    Throwable untold;
    TaskScope around = ENCLOSING.find().orElse(null);
    synchronized (this) {
      if (state == State.ENDED) {
        return;
      }
      untold = failure();
      state = State.ENDING;
      abandoned = true;
      heir = around;
      orphans = List.copyOf(children);
    }
    if (around != null) {
      orphans.forEach(each -> around.adopt(each.task()));
    }
    abortChildren();
    if (untold != null) {
      engine.report(untold);
    }
  }

  /// Waits for a task that its own scope cannot wait for. If this one has been abandoned meanwhile,
  /// its heir does.
  private <T> void adopt(TaskCell<T> orphan) {
    Child<T> child = new Child<>(orphan);
    boolean waits;
    TaskScope next;
    synchronized (this) {
      waits = !abandoned;
      next = heir;
      if (waits) {
        children.add(child);
      }
    }
    if (waits) {
      child.watchOver();
    } else if (next != null) {
      next.adopt(orphan);
    }
  }

  private void abortChildren() {
    List<Child<?>> all;
    synchronized (this) {
      all = List.copyOf(children);
    }
    all.forEach(each -> each.task().abort()); // Not under the lock: one may end on this thread.
  }

  /// The first failure, with the others suppressed in it, if there was one.
  synchronized @Nullable Throwable failure() {
    if (failures.isEmpty()) {
      return null;
    }
    Throwable first = failures.getFirst();
    for (Throwable other : failures.subList(1, failures.size())) {
      if (!isSame(first, other)) {
        first.addSuppressed(other);
      }
    }
    return first;
  }

  /// A body that joins a child fails with that child's failure, which we hear of as well.
  private static boolean isSame(Throwable a, Throwable b) {
    return a == b
        || (a instanceof TaskFailedException one
            && b instanceof TaskFailedException other
            && one.task().equals(other.task()));
  }

  // ---- Children

  private void hasEnded(Child<?> child) {
    boolean first;
    Waker toRing = Waker.noop();
    synchronized (this) {
      children.remove(child);
      // A failure that this scope will not throw stays one that nobody has joined.
      TaskFailedException failure = failFast && !abandoned ? child.failure() : null;
      if (failure != null) {
        failures.add(failure);
      }
      first = failure != null && state == State.OPEN;
      if (first) {
        state = State.ENDING;
      }
      if (first || (bodyHasEnded && children.isEmpty())) {
        toRing = waker;
      }
    }
    if (first) {
      abortChildren();
    }
    Bell.ring(toRing, engine::report);
  }

  private final class Child<T> extends TaskWatch<T> {
    Child(TaskCell<T> task) {
      super(task);
    }

    @Override
    void arrive() {
      hasEnded(this);
    }

    @Nullable TaskFailedException failure() {
      try {
        task().result();
        return null;
      } catch (TaskFailedException failure) {
        return failure;
      } catch (TaskCancelledException _) {
        return null;
      }
    }
  }
}
