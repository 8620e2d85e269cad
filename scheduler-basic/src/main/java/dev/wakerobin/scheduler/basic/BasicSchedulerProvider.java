package dev.wakerobin.scheduler.basic;

import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;

/// Runs all tasks in place, on the thread that calls `blockOn`, first come, first served. The
/// default for tests.
///
/// - Nothing runs while no thread is in `blockOn`; tasks spawned meanwhile wait.
/// - Tasks may be spawned and woken from other threads; they still run on the one that is in
///   `blockOn`.
/// - If several threads call `blockOn` at once, one of them drives the loop for all. When its own
///   task is done, it hands the loop on to another one. So a task may be polled by one thread now
///   and by another one later, though never by two at a time.
public final class BasicSchedulerProvider implements SchedulerProvider {

  /// For the service loader.
  public BasicSchedulerProvider() {}

  @Override
  public String name() {
    return "basic";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    return new BasicScheduler(context);
  }

  @Override
  public SchedulerTraits traits() {
    return SchedulerTraits.onCallersThread();
  }
}
