package dev.wakerobin.spi;

/// Decides when, and on which thread, each ready task runs.
///
/// What a scheduler owes (the numbers are the contract's, and its tests name them):
///
/// - **S1** [#schedule] may come from any thread, also from inside a task. It does not block, does
///   not run the task, and does not throw.
/// - **S2** Each task handed over is run exactly once per hand-over. None is lost and none doubled,
///   also while others steal, queues overflow, or the scheduler closes.
/// - **S3** What happened before `schedule` is visible in [ReadyTask#run()].
/// - **S4** Waiting is bounded, by what the [traits][SchedulerProvider#traits()] declare: a task
///   that always wakes itself starves nobody.
/// - **S5** [#runUntil] ends soon after its latch opened, also under a load of endless tasks.
/// - **S6** Whoever is about to park announces it first, then looks once more. No runnable task
///   waits while a thread of the scheduler sleeps.
/// - **S7** [#close] ends its threads and waits for them. No task runs any more, on lent threads
///   neither; those return at once, or when their latch opens, for which the runtime cares. Closing
///   again does nothing. Afterwards `schedule` does nothing.
/// - **S8** Whatever comes out of `run` is reported through [SchedulerContext#report], and the
///   thread lives on. An interrupt does not end it either.
/// - **S9** Timers, and wakes from foreign threads, are served under full load: see
///   [Parker#serveEvents()].
/// - **S10** Idle costs no CPU.
/// - **S11** Declared traits hold.
///
/// What it may rely on:
///
/// - **R1** A task that was handed over is not handed over again until it is run.
/// - **R2** `run` never throws.
/// - **R3** A latch opens during some `run`, or after `close`.
/// - **R4** If it takes no parker, the runtime watches the timers itself.
public interface Scheduler extends AutoCloseable {

  /// Takes a task that is ready to run. Both a new task and one that was woken arrive here.
  void schedule(ReadyTask task);

  /// Lends the calling thread until the latch opens or the scheduler is closed. Schedulers with
  /// threads of their own have no use for it and leave this as it is: the caller just waits.
  ///
  /// @throws InterruptedException if the calling thread is interrupted; the interrupt is consumed
  default void runUntil(Latch latch) throws InterruptedException {
    latch.await();
  }

  /// Ends the threads of this scheduler and waits until none of them, nor any thread lent to it,
  /// runs a task. Tasks that were not run are left to the runtime. It is never called from inside a
  /// task.
  @Override
  void close();
}
