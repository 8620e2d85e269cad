package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRecorderTest {
  private static final TaskId ONE = new TaskId(1, "one");

  @Test
  void one_thread_is_recorded_in_order_though_the_clock_stands_still() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    List<Event> told = new ArrayList<>();
    AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new OneThread())
            .clock(Clock.manual())
            .instrument(recorder)
            .instrument(told::add)
            .build();
    Trace trace = Storm.run(runtime, recorder, new Storm(5, 20, 7));
    assertThat(trace.events()).isEqualTo(told);
    assertThat(trace.dropped()).isZero();
    assertThat(trace.unfinished()).isEmpty();
    trace.check();
  }

  @RepeatedTest(10)
  void on_several_threads_nothing_is_lost_and_causes_come_first() throws Exception {
    storm(true);
  }

  @RepeatedTest(10)
  void also_if_the_scheduler_does_not_tell_its_workers() throws Exception {
    storm(false);
  }

  private static void storm(boolean withRows) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    Queue<Event> told = new ConcurrentLinkedQueue<>();
    AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new ManyThreads(withRows))
            .parallelism(4)
            .instrument(recorder)
            .instrument(told::add)
            .build();
    Trace trace = Storm.run(runtime, recorder, new Storm(20, 200, 7));
    assertThat(trace.dropped()).isZero();
    assertThat(trace.events()).containsExactlyInAnyOrderElementsOf(told);
    assertThat(trace.check().unfinished()).isEmpty();
    assertThat(trace.polls()).allSatisfy(poll -> assertThat(poll.wake()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 100})
  void a_full_ring_keeps_the_newest_and_counts_the_dropped(int capacity) {
    TraceRecorder recorder = new TraceRecorder(capacity);
    for (int i = 0; i < 250; i++) {
      recorder.on(new Event.Parked(i, 0));
    }
    Trace trace = recorder.trace();
    assertThat(trace.dropped()).isEqualTo(250 - capacity);
    assertThat(trace.events().stream().map(Event::nanos))
        .containsExactlyElementsOf(LongStream.range(250 - capacity, 250).boxed().toList());
    assertThat(trace.lastTick()).isEqualTo(249);
  }

  @Test
  void the_trace_begins_behind_the_last_event_that_any_worker_lost() {
    TraceRecorder recorder = new TraceRecorder(2);
    recorder.on(new Event.Parked(0, 0)); // Tick 0 is kept by its ring, but lies before a hole.
    recorder.on(new Event.Parked(1, 1));
    recorder.on(new Event.Parked(2, 1));
    recorder.on(new Event.Unparked(3, 0));
    recorder.on(new Event.Parked(4, 1)); // Drops tick 1.
    Trace trace = recorder.trace();
    assertThat(trace.dropped()).isEqualTo(2);
    assertThat(trace.events().stream().map(Event::nanos)).containsExactly(2L, 3L, 4L);
  }

  @Test
  void it_may_be_asked_while_others_record() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    CountDownLatch begun = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int worker = i;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < 5_000; n++) {
                      recorder.on(new Event.Parked(n, worker));
                      begun.countDown();
                    }
                  }));
    }
    begun.await();
    Trace before = recorder.trace();
    for (Thread thread : threads) {
      thread.join();
    }
    Trace after = recorder.trace();
    assertThat(before.size()).isPositive();
    assertThat(after.events()).startsWith(before.events().toArray(new Event[0])).hasSize(15_000);
  }

  @Test
  void a_wake_told_after_the_poll_it_led_to_is_put_before_it() {
    EventLog log = upToFirstPoll();
    log.ends(ONE, 0, PollResult.PENDING);
    log.begins(ONE, 0);
    log.woken(ONE, thread(), Event.NO_WORKER);
    log.ends(ONE, 0, PollResult.READY);
    assertThat(kinds(CausalOrder.of(log.events())))
        .containsExactly(
            "Spawned", "Woken", "PollStarted", "PollEnded", "Woken", "PollStarted", "PollEnded");
  }

  @Test
  void a_wake_told_after_the_end_is_put_into_the_last_poll() {
    EventLog log = upToFirstPoll();
    log.ends(ONE, 0, PollResult.READY);
    log.woken(ONE, thread(), Event.NO_WORKER);
    assertThat(kinds(CausalOrder.of(log.events())))
        .containsExactly("Spawned", "Woken", "PollStarted", "Woken", "PollEnded");
  }

  @Test
  void a_wake_told_before_the_poll_that_it_fell_into_is_put_into_it() {
    EventLog log = new EventLog().spawned(ONE, Event.NO_WORKER);
    log.woken(ONE, new Cause.Spawn(), Event.NO_WORKER);
    log.woken(ONE, thread(), Event.NO_WORKER);
    log.begins(ONE, 0);
    log.ends(ONE, 0, PollResult.PENDING);
    assertThat(kinds(CausalOrder.of(log.events())))
        .containsExactly("Spawned", "Woken", "PollStarted", "Woken", "PollEnded");
  }

  @Test
  void what_one_thread_tells_out_of_order_is_left_and_found_to_be_a_fault() {
    EventLog log = upToFirstPoll();
    log.ends(ONE, 0, PollResult.READY);
    log.woken(ONE, new Cause.Timer(), 0);
    assertThat(CausalOrder.of(log.events())).isEqualTo(log.events());
    assertThat(log.trace().faults()).isNotEmpty();
  }

  @Test
  void a_capacity_below_one_is_refused() {
    assertThatThrownBy(() -> new TraceRecorder(0))
        .hasMessage("capacity must be at least 1, and this is 0");
  }

  @Test
  void timers_and_spawners_are_linked_to_the_polls_they_led_to() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(new OneThread()).instrument(recorder).build()) {
      runtime.blockOn(Tasks.sleep(Duration.ofMillis(1)));
    }
    Trace trace = recorder.trace().check();
    assertThat(trace.wakes().stream().map(TracedWake::cause))
        .containsExactly(new Cause.Spawn(), new Cause.Timer());
    assertThat(trace.why(trace.polls().getLast()).root().orElseThrow().cause())
        .isEqualTo(new Cause.Timer());
  }

  private static EventLog upToFirstPoll() {
    return new EventLog()
        .spawned(ONE, Event.NO_WORKER)
        .woken(ONE, new Cause.Spawn(), Event.NO_WORKER)
        .begins(ONE, 0);
  }

  private static Cause thread() {
    return new Cause.ForeignThread("bell");
  }

  private static List<String> kinds(List<Event> events) {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
