package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Suspended.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a runtime was at, at some moment: every task that has not ended and what it waits for, the
/// threads and what they poll, the blocking calls, the timers. It is to a runtime what a thread
/// dump is to a JVM.
///
/// [AsyncRuntime#dump()] takes it without stopping anybody, so its parts are of slightly different
/// moments. How much it knows depends on how the runtime was built:
///
/// - however it was built: state, where an async function waits, threads, calls, timers;
/// - with `watchdog` or `tracking`: age, spawner, number of polls;
/// - with `watchdog`: also threads that a scheduler has made without the runtime;
/// - asked for with [AsyncRuntime#dumpWithVariables()]: also the variables of async functions;
/// - with `tracking`: also what each task waits for, where and for how long, who holds that, who
/// has its waker, how long its longest poll took, and the line that spawned it. That nobody has a
///   waker is known after the next garbage collection.
///
/// @param scheduler the name of the scheduler
/// @param closed whether closing has begun
/// @param at the age of the runtime on its own clock
/// @param tasks those that have not ended, in the order of their numbers
/// @param threads those that work for the runtime, by name
/// @param calls blocking calls and computations under way, by the names of their threads
/// @param waitingCalls how many more wait for a thread
/// @param timers how many timers wait; some of them may have been cancelled
/// @param nextTimer in how long the first of them is due; zero if it is overdue
/// @param notes what stands out: rings of tasks that wait for each other, and places where futures
///     were made that nobody has polled; only with tracking
public record TaskDump(
    String scheduler,
    boolean closed,
    Duration at,
    List<Task> tasks,
    List<Worker> threads,
    List<Call> calls,
    int waitingCalls,
    int timers,
    Optional<Duration> nextTimer,
    List<String> notes) {

  /// How many tasks the text shows one by one.
  public static final int MOST_TASKS = 200;

  /// Takes copies.
  public TaskDump {
    tasks = List.copyOf(tasks);
    threads = List.copyOf(threads);
    calls = List.copyOf(calls);
    notes = List.copyOf(notes);
  }

  /// What a task is doing.
  public enum State {
    /// It has been handed to the scheduler, and waits for its turn.
    QUEUED("is queued"),
    /// A thread polls it.
    POLLED("is being polled"),
    /// It waits for its waker to be rung.
    WAITING("waits"),
    /// It is being cancelled, by the thread that closes the runtime.
    CLAIMED("is being cancelled"),
    /// It ended while the dump was taken.
    DONE("has ended");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// A task.
  ///
  /// @param task which one
  /// @param state what it is doing
  /// @param aborted whether somebody has asked it to end
  /// @param future the class of its future
  /// @param lasts how long ago its latest poll began, on the runtime's clock, if it waits since or
  ///     is polled still, and was tracked
  /// @param age since it was spawned, on the runtime's clock, if it was counted
  /// @param spawner the task that spawned it, if one did and it was counted
  /// @param spawnedAt the line of code that spawned it, if it was tracked
  /// @param polls how many polls have begun, if they were counted
  /// @param longestPoll how long the longest poll took that has ended, if it was tracked
  /// @param awaits what it waits for and who has its waker, a sentence each, if it was tracked and
  ///     waits
  /// @param holds which locks and the like it holds that others may wait for, a sentence each, if
  ///     it was tracked
  /// @param stops where its async functions wait, innermost first, with their variables if these
  ///     were asked for
  public record Task(
      TaskId task,
      State state,
      boolean aborted,
      String future,
      Optional<Duration> lasts,
      Optional<Duration> age,
      Optional<TaskId> spawner,
      Optional<String> spawnedAt,
      OptionalLong polls,
      Optional<Duration> longestPoll,
      List<String> awaits,
      List<String> holds,
      List<Stop> stops) {

    /// Takes copies.
    public Task {
      awaits = List.copyOf(awaits);
      holds = List.copyOf(holds);
      stops = List.copyOf(stops);
    }

    /// Where its async functions wait, innermost first.
    public List<StackTraceElement> trace() {
      return stops.stream().map(Stop::place).toList();
    }
  }

  /// A thread that works for the runtime.
  ///
  /// @param thread its name
  /// @param polls the task that it polls, if it does
  /// @param state that of the thread
  /// @param where the innermost frame of user code inside the poll, if there is one
  public record Worker(
      String thread,
      Optional<TaskId> polls,
      Thread.State state,
      Optional<StackTraceElement> where) {}

  /// A blocking call or a computation under way.
  ///
  /// @param thread the name of its thread
  /// @param where the innermost frame of user code, if there is one
  public record Call(String thread, Optional<StackTraceElement> where) {}

  /// The whole dump as one JSON object. Durations are in nanoseconds; what is not known is left
  /// out.
  public String toJson() {
    return DumpJson.of(this);
  }

  /// For people, a line or more for each task. Of more than [#MOST_TASKS] tasks the rest is only
  /// counted.
  @Override
  public String toString() {
    return DumpText.of(this);
  }
}
