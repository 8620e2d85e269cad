/// What a scheduler and the runtime owe each other.
///
/// The scheduler owns queues, threads and the loop; the runtime owns tasks, timers and the clock,
/// and lends what a loop needs. Read in this order:
///
/// ```
///        the scheduler gives                     the runtime lends
///
///   SchedulerProvider  name, traits,    ◀──  SchedulerContext  threads, parkers, randomness
///                      create
///   Scheduler          schedule         ◀──  ReadyTask         run it once, when you like
///                      runUntil         ◀──  Latch             run until this opens
///                      close            ◀──  Parker            sleep here; timers are watched
/// ```
///
/// The smallest scheduler hands each task to an executor:
///
/// ```java
/// record OnExecutor(ExecutorService executor) implements Scheduler {
///   public void schedule(ReadyTask task) {
///     try {
///       executor.execute(task);
///     } catch (RejectedExecutionException _) {
///       // Closed: the runtime ends the task.
///     }
///   }
///   public void close() {
///     executor.close();
///   }
/// }
/// ```
///
/// What many threads write to side by side is kept apart by a [Gap].
///
/// A provider is found by [java.util.ServiceLoader]: declare it with `provides` in
/// `module-info.java`, and in `META-INF/services/dev.wakerobin.spi.SchedulerProvider` for those who
/// put it on the class path.
package dev.wakerobin.spi;
