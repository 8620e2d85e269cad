package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.JoinHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Rule R13: an instrument that throws is reported and removed; the run goes on.
class InstrumentsTest {

  @Test
  void one_that_throws_is_reported_and_removed_and_the_others_go_on() {
    AtomicInteger calls = new AtomicInteger();
    IllegalStateException thrown = new IllegalStateException("on purpose");
    Instrument bad =
        _ -> {
          if (calls.incrementAndGet() == 3) {
            throw thrown;
          }
        };
    Trace before = new Trace();
    Trace after = new Trace();
    try (Rig rig = Rig.with(s -> s.instrument(before).instrument(bad).instrument(after))) {
      JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
      rig.runAll();
      assertThat(handle.isFinished()).isTrue();
      assertThat(calls).hasValue(3);
      assertThat(rig.reported())
          .containsExactly(
              "the instrument "
                  + bad.getClass().getName()
                  + " threw and was removed; the run goes on");
      assertThat(rig.reports.getFirst()).cause().isSameAs(thrown);
      assertThat(before.take())
          .isEqualTo(after.take())
          .containsExactly("spawned 1", "woken 1 by Spawn", "poll 1", "READY 1");
    }
  }

  @Test
  void also_an_error_out_of_an_instrument_ends_no_task() {
    Instrument bad =
        _ -> {
          throw new AssertionError("on purpose");
        };
    try (Rig rig = Rig.with(settings -> settings.instrument(bad))) {
      JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
      rig.runAll();
      assertThat(handle.isFinished()).isTrue();
      assertThat(rig.reports).hasSize(1);
    }
  }

  /// The simplest reporter and the simplest instrument of a test, both breaking their rules.
  @Test
  void a_task_ends_even_if_its_instrument_and_the_reporter_throw() {
    RuntimeException thrown = new IllegalStateException("on purpose");
    List<Throwable> uncaught = new ArrayList<>();
    Thread.UncaughtExceptionHandler usual = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> uncaught.add(e));
    try (Rig rig =
        Rig.with(
            settings ->
                settings
                    .instrument(
                        event -> {
                          if (event instanceof Event.PollStarted) {
                            throw thrown;
                          }
                        })
                    .reporter(
                        problem -> {
                          throw (RuntimeException) problem;
                        }))) {
      JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
      rig.runAll();
      assertThat(handle.isFinished()).isTrue();
      assertThat(uncaught).hasSize(1);
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(usual);
    }
  }

  @Test
  void they_are_told_in_the_order_in_which_they_were_added() {
    List<String> order = new ArrayList<>();
    try (Rig rig =
        Rig.with(s -> s.instrument(_ -> order.add("a")).instrument(_ -> order.add("b")))) {
      rig.spawn(Probe.ready("value"));
      assertThat(order).containsExactly("a", "b", "a", "b");
    }
  }

  @Test
  void without_any_no_event_is_made() {
    RuntimeClock clock = new RuntimeClock(Clock.manual());
    Instruments none = new Instruments(List.of(), clock, _ -> {}, null, MemoryOfTasks.NONE);
    none.parked();
    none.unparked();
    none.workerStarted(0);
    none.workerStopped(0);
    none.stole(0, 1, 2);
    Trace trace = new Trace();
    new Instruments(List.of(trace), clock, _ -> {}, null, MemoryOfTasks.NONE).stole(0, 1, 2);
    assertThat(trace.take()).containsExactly("0 stole 1 from 2");
  }
}
