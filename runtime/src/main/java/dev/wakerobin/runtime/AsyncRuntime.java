package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Runs tasks: polls each one's future until it is ready, in the order and on the threads that its
/// scheduler decides.
///
/// ```java
/// try (AsyncRuntime runtime = AsyncRuntime.create()) {
///   String greeting = runtime.blockOn(context -> Poll.ready("hello"));
/// }
/// ```
///
/// What is not spawned does no work: a future is inert until it is given to [#spawn(Future)] or
/// [#blockOn(Future)], or awaited by one that was. Every method may be called from any thread, and
/// from inside tasks unless it says otherwise. Code inside a task finds its runtime through [Tasks]
/// or [#current()].
///
/// A task that says hello, sleeps, and says good-bye; `blockOn` waits for it:
///
/// {@figure timeline 0 1}
public final class AsyncRuntime implements AutoCloseable {
  private final Engine engine;

  AsyncRuntime(Settings settings) {
    this.engine = new Engine(this, settings);
    OpenRuntimes.add(engine);
  }

  /// A runtime with the default scheduler: that of the system property `wakerobin.scheduler`, or
  /// else `work-stealing`; see [RuntimeBuilder] for the other defaults.
  public static AsyncRuntime create() {
    return builder().build();
  }

  /// To build a runtime of one's own choice.
  public static RuntimeBuilder builder() {
    return new RuntimeBuilder();
  }

  /// The names of all schedulers found, sorted.
  public static List<String> availableSchedulers() {
    return SchedulerLookup.names();
  }

  /// The runtime of the task, or of the blocking call, that the calling thread runs.
  ///
  /// @throws IllegalStateException outside of both
  public static AsyncRuntime current() {
    return at(Seat.ofThisThread());
  }

  /// The runtime of the task, or of the blocking call, that this seat's thread runs.
  static AsyncRuntime at(Seat seat) {
    Engine current = seat.engine();
    if (current == null) {
      throw new IllegalStateException(
          "there is no current runtime on thread '"
              + Thread.currentThread().getName()
              + "': only tasks and blocking calls have one. Spawn this code, or use the"
              + " AsyncRuntime itself");
    }
    return current.runtime();
  }

  /// Runs the future as a task and waits for its value, lending the calling thread to the scheduler
  /// if it wants it: with `basic` this is where all tasks run.
  ///
  /// @throws TaskFailedException if the future threw, or a task that it joined: the cause is what
  ///     was thrown there
  /// @throws TaskCancelledException if the runtime was closed meanwhile, or before; or if a task
  ///     that the future joined was cancelled
  /// @throws InterruptedException if the calling thread is interrupted; the task has been aborted
  ///     then
  /// @throws StalledException on a [VirtualClock], if nothing can run any more and the task is not
  ///     done; it has been aborted then
  /// @throws IllegalStateException from inside a task, which would wait for itself
  public <T> T blockOn(Future<T> future) throws InterruptedException {
    Seat seat = Seat.ofThisThread();
    TaskCell<?> outer = seat.task();
    if (outer != null) {
      throw new IllegalStateException(
          "blockOn was called from within "
              + outer.id()
              + ": it would wait for itself. Return the future to the caller, or spawn it");
    }
    TaskCell<T> root = engine.newTask("", future);
    RootLatch latch = new RootLatch(root);
    try {
      seat.serve(
          engine,
          () -> {
            engine.start(root, seat);
            runUntil(latch, root);
          });
    } finally {
      // Gives back a permit that the waiting may have eaten.
      LockSupport.unpark(Thread.currentThread());
    }
    return value(root);
  }

  private void runUntil(RootLatch latch, TaskCell<?> root) throws InterruptedException {
    try {
      engine.enterRoot(latch);
      lendThread(latch, root);
      latch.throwIfStalled();
    } catch (InterruptedException | StalledException ended) {
      root.abort();
      // Until it is cancelled. Interrupted once more, we leave it to itself.
      lendThread(new RootLatch(root), root);
      throw ended;
    } finally {
      engine.leaveRoot(latch);
    }
  }

  private void lendThread(RootLatch latch, TaskCell<?> root) throws InterruptedException {
    engine.scheduler().runUntil(latch);
    if (!latch.isOpen()) {
      // The scheduler has been closed: the root is cancelled, if not by others then here.
      engine.shutdown().cancelLatecomer(root);
      latch.await();
    }
  }

  /// A root that fails because a task that it joined has ended badly says just that, as if the
  /// caller had joined that task.
  private static <T> T value(TaskCell<T> root) {
    try {
      return switch (root.result()) {
        case Poll.Ready<T>(T value) -> value;
        case Poll.Pending<T> _ -> throw new AssertionError("ended without a result");
      };
    } catch (TaskFailedException failure) {
      switch (failure.getCause()) {
        case TaskFailedException joined -> throw joined;
        case TaskCancelledException joined -> throw joined;
        case null, default -> throw failure;
      }
    }
  }

  /// Gives the future to the runtime as a task. It runs whether or not anybody looks at the handle.
  ///
  /// The future must not be polled by anybody else from now on. After [#close()] it is cancelled at
  /// once, and so is the handle.
  public <T> JoinHandle<T> spawn(Future<T> future) {
    return spawn("", future);
  }

  /// The same with a name, for messages and timelines.
  public <T> JoinHandle<T> spawn(String name, Future<T> future) {
    return spawn(name, future, Seat.ofThisThread());
  }

  /// The same by the calling thread, whose seat that is: to find it takes a good part of the time
  /// that spawning takes.
  <T> JoinHandle<T> spawn(String name, Future<T> future, Seat seat) {
    TaskCell<T> task = engine.newTask(name, future);
    engine.start(task, seat);
    return task;
  }

  /// Makes a call that blocks, such as reading a file, on a virtual thread of its own. It starts at
  /// once. A task waits for it: aborting that task drops the value, and keeps the call from
  /// starting if it has not.
  public <T> JoinHandle<T> spawnBlocking(Callable<T> call) {
    BlockingCall<T> started = new BlockingCall<>(Objects.requireNonNull(call, "call"));
    engine.blocking().startBlocking(started);
    return spawn(started);
  }

  /// Makes a call that computes for long, such as a Fibonacci number, on a platform thread of a
  /// bounded pool. Calls beyond the pool's size wait their turn. Aborting is as with
  /// [#spawnBlocking(Callable)].
  public <T> JoinHandle<T> spawnComputation(Callable<T> call) {
    BlockingCall<T> started = new BlockingCall<>(Objects.requireNonNull(call, "call"));
    engine.blocking().startComputation(started);
    return spawn(started);
  }

  /// The time of this runtime's clock. It never goes back, and stands still if the clock does.
  public Instant now() {
    return engine.clock().now();
  }

  /// The name of the scheduler.
  public String scheduler() {
    return engine.schedulerName();
  }

  /// How many threads were asked for; a scheduler that lives on the caller's thread has one all the
  /// same.
  public int parallelism() {
    return engine.parallelism();
  }

  /// What this runtime has done so far, in numbers.
  ///
  /// @throws IllegalStateException if it was not [asked to count][RuntimeBuilder#metrics(boolean)]
  public RuntimeMetrics metrics() {
    return engine.metrics();
  }

  /// What this runtime is at just now: its tasks and what they wait for, its threads and what they
  /// poll, blocking calls, timers. For a runtime that hangs, and for one that is slow.
  ///
  /// It may be asked at any time, from any thread and from within tasks; also after closing. It
  /// stops nobody. It costs a look at each live task and the stack of each thread. A process that
  /// nobody can ask from within writes it by way of the [DumpAgent].
  public TaskDump dump() {
    return engine.dump(false);
  }

  /// The same, and for each async function that waits also its variables, as `name = value`.
  ///
  /// To print a value its `toString` is called, on another thread. One that throws, takes longer
  /// than 0.1 s or is very long is shown as such. A value may change while it is printed; it does
  /// not if nothing runs, as in the lab.
  public TaskDump dumpWithVariables() {
    return engine.dump(true);
  }

  /// Whether closing has begun.
  public boolean isClosed() {
    return engine.shutdown().hasBegun();
  }

  /// Ends the runtime: every live task is cancelled, those who join them get
  /// [TaskCancelledException], and the threads end. Waits for polls and blocking calls that are
  /// under way, however long they take. Closing again waits for the first close and does nothing.
  ///
  /// @throws IllegalStateException from inside a task or a blocking call of this runtime
  @Override
  public void close() {
    engine.shutdown().close();
  }

  /// The same, but waits no longer than the grace. What did not end by then goes on on daemon
  /// threads until it does.
  ///
  /// @param grace how long to wait at most; zero or more
  /// @return what has not ended, one line each: tasks still in a poll, blocking calls under way;
  ///     after them the lines of a [dump][#dump()] that says where they are. Empty if all is over
  public List<String> close(Duration grace) {
    return engine.shutdown().close(grace);
  }

  @Override
  public String toString() {
    return "AsyncRuntime(" + scheduler() + (isClosed() ? ", closed)" : ")");
  }

  Engine engine() {
    return engine;
  }
}
