package dev.wakerobin.tutorial.chapter14;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.runtime.VirtualClock;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// ## A program as a value
///
/// What a property needs first is something to draw at random: here it is a program, as plain as
/// can be. So many tasks are spawned, one after the other. Each wakes itself until it has had its
/// polls, of 1 ms each; some are urgent.
///
/// @param papers in the order in which they are spawned
record Trial(List<Paper> papers) {

  /// A task of it.
  record Paper(boolean urgent, int polls) {
    @Override
    public String toString() {
      return (urgent ? "urgent, " : "ordinary, ") + polls + (polls == 1 ? " poll" : " polls");
    }
  }

  /// ### Running it
  ///
  /// On one worker and in virtual time, so that the same trial comes out the same every time.
  Trace run(SchedulerProvider scheduler) throws Exception {
    VirtualClock clock = Clock.virtual();
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .parallelism(1)
            .clock(clock)
            .tracking(false)
            .instrument(recorder)
            .build()) {
      runtime.blockOn(main(clock));
    }
    return recorder.trace();
  }

  private Future<Unit> main(VirtualClock clock) {
    return async(
        () -> {
          List<JoinHandle<Unit>> handles = new ArrayList<>();
          for (Paper paper : papers) {
            String name = paper.urgent() ? "urgent" : "ordinary";
            handles.add(Tasks.spawn(name, working(clock, paper.polls())));
          }
          for (JoinHandle<Unit> handle : handles) {
            await(handle);
          }
        });
  }

  private static Future<Unit> working(VirtualClock clock, int polls) {
    return async(
        () -> {
          clock.advance(Duration.ofMillis(1));
          for (int i = 1; i < polls; i++) {
            await(Tasks.yieldNow());
            clock.advance(Duration.ofMillis(1));
          }
        });
  }

  /// ### The property
  ///
  /// For *every* trial: no task waits for more polls of others than the scheduler declares.
  boolean holds(SchedulerProvider scheduler) throws Exception {
    return waited(scheduler) <= declared(scheduler);
  }

  /// The most polls that any task had to wait for.
  long waited(SchedulerProvider scheduler) throws Exception {
    return run(scheduler).figures().mostPollsWaited().value();
  }

  /// As many as the scheduler declares: there is the main task as well, and there is one worker.
  long declared(SchedulerProvider scheduler) {
    return scheduler.traits().fairness().mostPollsBetween(papers.size() + 1, 1);
  }
}
