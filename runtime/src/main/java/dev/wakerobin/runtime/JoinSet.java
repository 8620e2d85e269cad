package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Tasks that are spawned together and joined one by one, in the order in which they end.
///
/// ```java
/// JoinSet<Page> pages = Tasks.joinSet();
/// urls.forEach(url -> pages.spawn(fetch(url)));
/// Future<Optional<Page>> first = pages.joinNext();
/// ```
///
/// A member stays in the set until it has been joined, also after its end. [#close()] aborts those
/// that are left; a set that is merely forgotten leaves its tasks running. For tasks that must not
/// outlive the one that spawned them, see [TaskScope].
///
/// Each member rings the set with a bell of its own, so that what a join costs does not depend on
/// how many members there are. All methods may be called from any thread. The shape is that of
/// Tokio's `JoinSet`.
///
/// @param <T> what the tasks give
public final class JoinSet<T> implements AutoCloseable {
  private final AsyncRuntime runtime;
  private final Set<Member> members = ConcurrentHashMap.newKeySet(); // Not yet joined.
  private final Queue<Member> ended = new ConcurrentLinkedQueue<>(); // Of these, in that order.
  private final WakerList joiners = new WakerList();
  private volatile boolean closed;

  private JoinSet(AsyncRuntime runtime) {
    this.runtime = runtime;
  }

  /// An empty set of tasks of that runtime. Inside a task, [Tasks#joinSet()] is shorter.
  public static <T> JoinSet<T> on(AsyncRuntime runtime) {
    return new JoinSet<>(Objects.requireNonNull(runtime, "runtime"));
  }

  /// Spawns a task and makes it a member. Its handle may be used besides.
  ///
  /// @throws IllegalStateException if this set was closed
  public JoinHandle<T> spawn(Future<T> future) {
    return spawn("", future);
  }

  /// The same with a name, for messages and timelines.
  public JoinHandle<T> spawn(String name, Future<T> future) {
    if (closed) {
      throw new IllegalStateException(
          "this JoinSet is closed: spawn into an open one, or close it later");
    }
    Engine engine = runtime.engine();
    Member member = new Member(engine.newTask(name, future));
    members.add(member);
    member.watchOver();
    engine.start(member.task(), Seat.ofThisThread());
    if (closed) { // Pairs with close: either it finds this member, or we see that it was there.
      member.task().abort();
    }
    return member.task();
  }

  /// Ready with the value of the next member that ends, which is then no member any more; or with
  /// nothing, if there is no member. Those that have ended already come first, in the order in
  /// which they did.
  ///
  /// If that member failed or was cancelled, this throws [TaskFailedException] or
  /// [TaskCancelledException], which say which task it was; the set goes on to be of use.
  /// Cancelling the wait loses no member. Takes part in the task's budget.
  public Future<Optional<T>> joinNext() {
    return this::pollNext;
  }

  private Poll<Optional<T>> pollNext(Context context) {
    while (true) {
      if (ended.isEmpty()) {
        joiners.add(context.waker());
        // Looks again: pairs with Member.arrive and with leave.
        if (ended.isEmpty()) {
          return members.isEmpty() ? Poll.ready(Optional.empty()) : Poll.pending();
        }
      }
      if (!context.tryProceed()) {
        return Poll.pending();
      }
      Member next = ended.poll();
      if (next != null && leave(next)) { // Else another joiner was quicker, or it was detached.
        return next.result();
      }
    }
  }

  private boolean leave(Member member) {
    boolean was = members.remove(member);
    if (was && members.isEmpty()) {
      ringJoiners(); // Of several who wait, the others learn that nothing more will come.
    }
    return was;
  }

  private void ringJoiners() {
    joiners.wakeAll(runtime.engine()::report);
  }

  /// How many members there are: all that have not been joined yet, whether or not they have ended.
  public int size() {
    return members.size();
  }

  /// Whether there is no member.
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /// Aborts every member. They stay members, and joining them throws [TaskCancelledException],
  /// unless they have ended before.
  public void abortAll() {
    members.forEach(each -> each.task().abort());
  }

  /// Removes every member without aborting it: they run on by themselves.
  public void detachAll() {
    for (Member each : members) {
      each.release();
      leave(each);
    }
    ended.removeIf(each -> !members.contains(each));
  }

  /// Aborts every member once it is polled, and is ready when all have ended and left. How they
  /// ended is dropped, failures included.
  public Future<Unit> shutdown() {
    return new Emptying();
  }

  /// Aborts every member and takes no more. It does not wait for their ends: [#joinNext()] and
  /// [#shutdown()] go on to work for that. Closing again does nothing.
  @Override
  public void close() {
    closed = true;
    abortAll();
  }

  @Override
  public String toString() {
    return "JoinSet(" + size() + " members" + (closed ? ", closed)" : ")");
  }

  /// One task of this set.
  private final class Member extends TaskWatch<T> {
    Member(TaskCell<T> task) {
      super(task);
    }

    @Override
    void arrive() {
      ended.add(this);
      ringJoiners();
    }

    Poll<Optional<T>> result() {
      return switch (task().result()) {
        case Poll.Ready<T>(T value) -> Poll.ready(Optional.of(value));
        case Poll.Pending<T> _ -> throw new AssertionError("ended without a result");
      };
    }
  }

  private final class Emptying implements Future<Unit> {
    private boolean begun;

    @Override
    public Poll<Unit> poll(Context context) {
      if (!begun) {
        begun = true;
        abortAll();
      }
      while (true) {
        try {
          if (!(pollNext(context) instanceof Poll.Ready<Optional<T>>(Optional<T> next))) {
            return Poll.pending();
          }
          if (next.isEmpty()) {
            return Poll.ready();
          }
        } catch (TaskFailedException | TaskCancelledException _) {
          // Nobody wants to know: see shutdown.
        }
      }
    }
  }
}
