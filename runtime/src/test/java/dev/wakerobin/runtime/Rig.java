package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A runtime in which nothing happens but what the test does: it runs the tasks, moves the clock,
/// and sees all events and reports.
final class Rig implements AutoCloseable {
  final ScriptedScheduler scheduler;
  final ManualClock clock = Clock.manual();
  final Trace trace = new Trace();
  final List<Throwable> reports = new CopyOnWriteArrayList<>();
  final AsyncRuntime runtime;

  private Rig(ScriptedScheduler scheduler, UnaryOperator<RuntimeBuilder> settings) {
    this.scheduler = scheduler;
    RuntimeBuilder builder =
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .parallelism(1)
            .seed(1)
            .clock(clock)
            .instrument(trace)
            .reporter(reports::add);
    this.runtime = settings.apply(builder).build();
  }

  static Rig create() {
    return with(settings -> settings);
  }

  static Rig with(UnaryOperator<RuntimeBuilder> settings) {
    return new Rig(new ScriptedScheduler(), settings);
  }

  static Rig withoutParker() {
    return new Rig(ScriptedScheduler.withoutParker(), settings -> settings);
  }

  <T> JoinHandle<T> spawn(Future<T> future) {
    return runtime.spawn(future);
  }

  /// Spawns it, and answers what the runtime knows of it.
  <T> TaskCell<T> cell(Future<T> future) {
    TaskCell<T> cell = engine().newTask("", future);
    engine().start(cell, Seat.ofThisThread());
    return cell;
  }

  /// Fires what is due, as a loop that is never idle would.
  void serveEvents() {
    engine().watch().serve();
  }

  /// Runs all that can be run, firing timers that are due.
  void runAll() {
    do {
      serveEvents();
    } while (scheduler.runAll() > 0);
  }

  /// The same until that task has ended, which may take other threads some time.
  void runUntilFinished(JoinHandle<?> handle) {
    Patience.await(
        handle + " to end",
        () -> {
          runAll();
          return handle.isFinished();
        });
  }

  Engine engine() {
    return runtime.engine();
  }

  /// The messages of all reports, in order.
  List<String> reported() {
    return reports.stream().map(each -> String.valueOf(each.getMessage())).toList();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
