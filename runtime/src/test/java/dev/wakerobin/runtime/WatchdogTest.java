package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Duration THRESHOLD = Duration.ofMillis(100);

  /// What the watchdog has told the instruments.
  private final List<Finding> findings = new ArrayList<>();

  private final Rig rig =
      Rig.with(settings -> settings.watchdog(THRESHOLD).instrument(FindingsTest.teller(findings)));

  /// Polls a future that does this, once; meanwhile time goes on by these steps, in milliseconds.
  private void pollThrough(String name, long... steps) {
    rig.runtime.spawn(
        name,
        context -> {
          workFor(steps);
          return Poll.ready("done");
        });
    rig.runAll();
  }

  /// The clock looks whenever it moves; so the look sees this thread, in the midst of it.
  private void workFor(long... steps) {
    for (long step : steps) {
      rig.clock.advance(Duration.ofMillis(step));
    }
  }

  private List<String> lasted() {
    return findings.stream()
        .map(
            each ->
                switch (each) {
                  case LongPoll poll -> poll.atLeast().toMillis() + " ms";
                  case WakeStorm storm -> storm.polls() + " polls";
                  case LostWaker lost -> "lost at " + lost.takenAt();
                  case LongPollOver over -> "over after " + over.took().toMillis() + " ms";
                })
        .toList();
  }

  @Test
  void a_poll_that_is_just_short_enough_is_not_reported() {
    pollThrough("brisk", 0, 99);
    rig.clock.advance(Duration.ofHours(1));
    assertThat(findings).isEmpty();
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void a_poll_that_is_too_long_is_reported_with_task_thread_and_line() {
    pollThrough("hog", 0, 100);
    LongPoll found = (LongPoll) findings.getFirst();
    assertThat(found.task().toString()).isEqualTo("task 1 'hog'");
    assertThat(found.thread()).isEqualTo(Thread.currentThread().getName());
    assertThat(found.activity()).isEqualTo(LongPoll.Activity.COMPUTES);
    assertThat(found.where().getClassName()).isEqualTo(WatchdogTest.class.getName());
    assertThat(found.where().getMethodName()).isEqualTo("workFor");
    assertThat(found.message())
        .startsWith("task 1 'hog' has kept thread '" + found.thread() + "' in one poll for 100 ms:")
        .contains("it computes, at " + found.where() + ".")
        .contains("Tasks.spawnComputation");
    rig.close();
  }

  @Test
  void the_stack_ends_where_the_task_was_polled() {
    pollThrough("hog", 0, 100);
    LongPoll found = (LongPoll) findings.getFirst();
    assertThat(found.stack()).doesNotHaveDuplicates().contains(found.where());
    assertThat(found.stack().getLast().getClassName()).isEqualTo(WatchdogTest.class.getName());
    rig.close();
  }

  @Test
  void it_is_reported_again_whenever_it_has_doubled_and_when_it_is_over() {
    pollThrough("hog", 0, 100, 50, 49, 1, 199, 1, 500);
    rig.clock.advance(Duration.ofMillis(7));
    assertThat(lasted())
        .containsExactly("100 ms", "200 ms", "400 ms", "900 ms", "over after 907 ms");
    rig.close();
  }

  @Test
  void many_short_polls_of_one_task_are_not_a_long_one() {
    AtomicInteger left = new AtomicInteger(50);
    rig.spawn(
        context -> {
          workFor(0, 60);
          context.waker().wake();
          return left.decrementAndGet() == 0 ? Poll.ready("done") : Poll.pending();
        });
    rig.runAll();
    assertThat(findings).isEmpty();
    rig.close();
  }

  @Test
  void a_reporter_gets_the_stack_of_the_thread_that_was_found() {
    pollThrough("hog", 0, 100);
    WatchdogWarning warning = (WatchdogWarning) rig.reports.getFirst();
    assertThat(warning.finding()).isEqualTo(findings.getFirst());
    assertThat(warning).hasMessage(findings.getFirst().message());
    assertThat(List.of(warning.getStackTrace())).contains(((LongPoll) findings.getFirst()).where());
    rig.close();
  }

  @Test
  void a_thousand_long_polls_are_told_by_ten_findings_and_a_number() {
    for (int i = 0; i < 1_000; i++) {
      pollThrough("", 0, 100);
    }
    assertThat(findings.stream().filter(each -> each instanceof LongPoll).toList())
        .hasSizeLessThanOrEqualTo(10 * (1 + 1_000 / 100));
    long keptBack =
        findings.stream()
            .mapToLong(it -> it instanceof LongPoll poll ? poll.unreported() : 0)
            .sum();
    assertThat(keptBack).isPositive();
    rig.close();
  }

  // ---- Who is not reported

  @Test
  void a_blocking_call_may_take_as_long_as_it_likes() {
    CountDownLatch never = new CountDownLatch(1);
    var handle =
        rig.runtime.spawnBlocking(
            () -> {
              never.await();
              return "done";
            });
    rig.runAll();
    workFor(0, 100, 10_000);
    never.countDown();
    rig.runUntilFinished(handle);
    assertThat(findings).isEmpty();
    rig.close();
  }

  @Test
  void an_idle_runtime_is_looked_at_and_left_alone() {
    rig.spawn(Probe.waiting());
    rig.runAll();
    workFor(0, 100, 10_000);
    assertThat(findings).isEmpty();
    rig.close();
  }

  @Test
  void an_instrument_that_throws_at_a_finding_is_removed_and_the_run_goes_on() {
    Instrument thrower =
        new Instrument() {
          @Override
          public void on(Event event) {}

          @Override
          public void found(Finding finding) {
            throw new IllegalStateException("no luck");
          }
        };
    try (Rig other = Rig.with(it -> it.watchdog(THRESHOLD).instrument(thrower))) {
      Future<String> hog =
          _ -> {
            other.clock.advance(Duration.ZERO);
            other.clock.advance(THRESHOLD);
            return Poll.ready("done");
          };
      other.spawn(hog);
      other.spawn(hog);
      other.runAll();
      assertThat(other.reported().getFirst()).contains("threw and was removed");
      assertThat(other.reports.stream().filter(it -> it instanceof WatchdogWarning)).hasSize(3);
    }
  }

  @Test
  void with_a_clock_that_goes_by_itself_a_thread_looks_and_ends_with_the_runtime() {
    CountDownLatch found = new CountDownLatch(1);
    Instrument teller =
        new Instrument() {
          @Override
          public void on(Event event) {}

          @Override
          public void found(Finding finding) {
            found.countDown();
          }
        };
    Rig other =
        Rig.with(
            it ->
                it.clock(Clock.system())
                    .threadNames("dog-test")
                    .watchdog(Duration.ofMillis(1))
                    .instrument(teller));
    other.spawn(
        context -> {
          awaitLatch(found);
          return Poll.ready("done");
        });
    other.runAll();
    assertThat(found.getCount()).isZero();
    other.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(each -> each.getName().equals("dog-test-watchdog"));
  }

  @Test
  void a_reporter_may_close_the_runtime_from_the_watchdogs_thread() {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<AsyncRuntime> runtime = new AtomicReference<>();
    ScriptedScheduler scheduler = new ScriptedScheduler();
    runtime.set(
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .clock(Clock.system())
            .watchdog(Duration.ofMillis(1))
            .reporter(
                problem -> {
                  if (problem instanceof WatchdogWarning) {
                    runtime.get().close();
                    closed.countDown();
                  }
                })
            .build());
    runtime
        .get()
        .spawn(
            _ -> {
              awaitLatch(closed);
              return Poll.ready("done");
            });
    scheduler.runAll();
    assertThat(runtime.get().isClosed()).isTrue();
  }

  // ---- Asking for it

  @Test
  void a_threshold_of_nothing_is_refused() {
    RuntimeBuilder builder = AsyncRuntime.builder();
    for (Duration bad : List.of(Duration.ZERO, Duration.ofMillis(-5))) {
      assertThatThrownBy(() -> builder.watchdog(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "the watchdog's threshold must be above zero, and this is " + bad);
    }
  }

  @Test
  void the_property_asks_for_a_threshold_in_milliseconds() {
    assertThat(Watchdog.thresholdFrom(null)).isNull();
    assertThat(Watchdog.thresholdFrom("  ")).isNull();
    assertThat(Watchdog.thresholdFrom(" 250 ")).isEqualTo(Duration.ofMillis(250));
    for (String bad : List.of("0", "-1", "soon", "1.5")) {
      assertThatThrownBy(() -> Watchdog.thresholdFrom(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the system property wakerobin.watchdog.ms must be a number of milliseconds, at"
                  + " least 1, and it is '"
                  + bad
                  + "'");
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
