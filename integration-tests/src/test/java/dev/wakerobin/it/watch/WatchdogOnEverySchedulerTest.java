package dev.wakerobin.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Finding;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.LongPoll;
import dev.wakerobin.runtime.TaskDump;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Long polls are seen on whatever threads a scheduler runs its tasks, also a stranger's own.
class WatchdogOnEverySchedulerTest {

  static Stream<String> schedulers() {
    return AsyncRuntime.availableSchedulers().stream();
  }

  /// The first thing that was found, and the signal that it was.
  private static final class Found implements Instrument {
    private final AtomicReference<@Nullable Finding> first = new AtomicReference<>();
    private final CountDownLatch any = new CountDownLatch(1);

    @Override
    public void on(Event event) {}

    @Override
    public void found(Finding finding) {
      if (first.compareAndSet(null, finding)) {
        any.countDown();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void a_poll_that_waits_is_found_while_it_waits(String scheduler) throws InterruptedException {
    Found found = new Found();
    try (AsyncRuntime runtime = watched(scheduler, found)) {
      String thread = runtime.blockOn(waitUntil(found.any));
      LongPoll poll = (LongPoll) Objects.requireNonNull(found.first.get());
      assertThat(poll.thread()).isEqualTo(thread);
      assertThat(poll.activity()).isEqualTo(LongPoll.Activity.WAITS);
      assertThat(poll.where().getClassName()).isEqualTo(getClass().getName());
    }
  }

  /// Ends, and names its thread, when the watchdog has said that it lasts too long.
  private static Future<String> waitUntil(CountDownLatch found) {
    return _ -> {
      found.await();
      return Poll.ready(Thread.currentThread().getName());
    };
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void a_dump_from_within_a_task_shows_its_thread(String scheduler) throws InterruptedException {
    try (AsyncRuntime runtime = watched(scheduler, new Found())) {
      TaskDump dump = runtime.blockOn(_ -> Poll.ready(AsyncRuntime.current().dump()));
      assertThat(dump.threads())
          .filteredOn(worker -> worker.polls().isPresent())
          .singleElement()
          .satisfies(worker -> assertThat(worker.where()).isPresent());
    }
  }

  private static AsyncRuntime watched(String scheduler, Instrument instrument) {
    return AsyncRuntime.builder()
        .scheduler(scheduler)
        .watchdog(Duration.ofMillis(2))
        .instrument(instrument)
        .reporter(_ -> {})
        .build();
  }
}
