package dev.wakerobin.runtime;

import java.util.List;
import java.util.function.ToLongFunction;

/// What a runtime has done so far, in numbers: a snapshot, from [AsyncRuntime#metrics()].
///
/// ```
///   spawned     =  live + ready + failed + cancelled
///   handedOver  =  ran + queued
///   ran         ≥  polled, by the tasks that were cancelled instead of polled
///   polled      ≥  ready + failed, by the polls that answered pending
/// ```
///
/// Each worker counts for itself, so nothing is shared while counting. While the runtime is at work
/// the numbers are of slightly different moments; once it rests, and whoever asks knows that
/// (having joined the tasks, or closed the runtime), the first two lines hold exactly. After
/// closing, `queued` is what the scheduler never came to run.
///
/// @param workers one row a worker, in the order of their numbers
/// @param elsewhere what happened on threads that are no workers: foreign ones, those of blocking
///     calls, and the closing one
public record RuntimeMetrics(List<Row> workers, Row elsewhere) {

  /// Takes a copy.
  public RuntimeMetrics {
    workers = List.copyOf(workers);
  }

  /// What happened on the thread of one worker, or elsewhere.
  ///
  /// @param spawned tasks that were given to the runtime
  /// @param handedOver how often a task was handed to the scheduler: when spawned, and once for
  ///     each wake that was not there already
  /// @param ran how often the scheduler ran a task that it had
  /// @param polled how often a future was polled
  /// @param ready tasks that ended with a value
  /// @param failed tasks that ended by throwing
  /// @param cancelled tasks that ended by being aborted, or by the close
  /// @param parked how often the thread had nothing to do and went to sleep
  /// @param stolen how many tasks it took from other workers
  public record Row(
      long spawned,
      long handedOver,
      long ran,
      long polled,
      long ready,
      long failed,
      long cancelled,
      long parked,
      long stolen) {}

  /// Tasks that were spawned.
  public long spawned() {
    return sum(Row::spawned);
  }

  /// Hand-overs to the scheduler.
  public long handedOver() {
    return sum(Row::handedOver);
  }

  /// Runs by the scheduler.
  public long ran() {
    return sum(Row::ran);
  }

  /// Polls of tasks' futures.
  public long polled() {
    return sum(Row::polled);
  }

  /// Tasks that ended with a value.
  public long ready() {
    return sum(Row::ready);
  }

  /// Tasks that failed.
  public long failed() {
    return sum(Row::failed);
  }

  /// Tasks that were cancelled.
  public long cancelled() {
    return sum(Row::cancelled);
  }

  /// Tasks that have not ended.
  public long live() {
    return spawned() - ready() - failed() - cancelled();
  }

  /// Hand-overs that the scheduler has not run.
  public long queued() {
    return handedOver() - ran();
  }

  private long sum(ToLongFunction<Row> column) {
    return workers.stream().mapToLong(column).sum() + column.applyAsLong(elsewhere);
  }
}
