package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Waker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockingCallsTest {
  private final Rig rig =
      Rig.with(
          settings ->
              settings
                  .maxBlockingCalls(2)
                  .computationThreads(2)
                  .keepAlive(Duration.ofMillis(1))
                  .threadNames("mine"));

  enum Kind {
    BLOCKING,
    COMPUTATION
  }

  private <T> JoinHandle<T> start(Kind kind, Callable<T> call) {
    return switch (kind) {
      case BLOCKING -> rig.runtime.spawnBlocking(call);
      case COMPUTATION -> rig.runtime.spawnComputation(call);
    };
  }

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  // ---- Threads

  @Test
  void a_call_that_blocks_has_a_virtual_thread_of_its_own() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(value(start(Kind.BLOCKING, Thread::currentThread)));
    }
    assertThat(threads).allMatch(Thread::isVirtual).doesNotHaveDuplicates();
    assertThat(threads)
        .extracting(Thread::getName)
        .containsExactly("mine-blocking-0", "mine-blocking-1", "mine-blocking-2");
  }

  @Test
  void a_computation_has_a_daemon_thread_of_the_pool_that_ends_when_it_is_not_needed()
      throws Exception {
    Thread thread = value(start(Kind.COMPUTATION, Thread::currentThread));
    assertThat(thread.isVirtual()).isFalse();
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("mine-computation-0");
    Patience.awaitEnd(thread);
  }

  @ParameterizedTest
  @EnumSource
  void no_more_than_allowed_run_at_once_and_the_others_wait_their_turn(Kind kind) {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    List<JoinHandle<String>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(
          start(
              kind,
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                goOn.await();
                running.getAndDecrement();
                return "done";
              }));
    }
    Patience.await("two calls to begin", () -> running.get() == 2);
    goOn.countDown();
    calls.forEach(rig::runUntilFinished);
    assertThat(most).hasValue(2);
  }

  // ---- What comes out of them

  @ParameterizedTest
  @EnumSource
  void the_value_of_the_call_is_that_of_the_task(Kind kind) throws Exception {
    assertThat(value(start(kind, () -> "value"))).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_call_throws_is_the_failure_of_the_task(Kind kind) {
    IllegalStateException unchecked = new IllegalStateException("on purpose");
    IOException checked = new IOException("on purpose");
    InterruptedException interrupt = new InterruptedException("on purpose");
    StackOverflowError error = new StackOverflowError("on purpose");
    Stream.of(unchecked, checked, interrupt, error)
        .forEach(
            thrown ->
                assertThatThrownBy(() -> value(start(kind, () -> Thrown.<String>sneak(thrown))))
                    .cause()
                    .isSameAs(thrown));
    Throwable strange = new Throwable("on purpose");
    assertThatThrownBy(() -> value(start(kind, () -> Thrown.<String>sneak(strange))))
        .cause()
        .hasMessage("a call threw java.lang.Throwable: on purpose")
        .cause()
        .isSameAs(strange);
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // On purpose.
  void a_call_that_gives_null_has_failed_and_the_message_says_why(Kind kind) {
    assertThatThrownBy(() -> value(start(kind, () -> null)))
        .cause()
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a future was ready with null: answer Unit.UNIT or an Optional instead");
  }

  @ParameterizedTest
  @EnumSource
  void inside_a_call_the_runtime_is_the_current_one(Kind kind) throws Exception {
    JoinHandle<JoinHandle<String>> spawning =
        start(
            kind,
            () -> {
              assertThat(AsyncRuntime.current()).isSameAs(rig.runtime);
              return Tasks.spawn(Probe.ready("from inside"));
            });
    assertThat(value(value(spawning))).isEqualTo("from inside");
  }

  @ParameterizedTest
  @EnumSource
  void what_the_call_wrote_is_seen_by_whoever_awaits_it(Kind kind) throws Exception {
    int[] plain = new int[1];
    for (int i = 1; i <= 200; i++) {
      int round = i;
      JoinHandle<String> call =
          start(
              kind,
              () -> {
                plain[0] = round;
                return "written";
              });
      value(call);
      assertThat(plain[0]).isEqualTo(round);
    }
  }

  // ---- Aborting

  @ParameterizedTest
  @EnumSource
  void a_call_that_was_aborted_before_it_began_does_not_begin(Kind kind) {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    List<JoinHandle<String>> occupying = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      occupying.add(
          start(
              kind,
              () -> {
                begun.getAndIncrement();
                goOn.await();
                return "done";
              }));
    }
    Patience.await("all places to be taken", () -> begun.get() == 2);
    JoinHandle<Integer> waiting = start(kind, begun::incrementAndGet);
    waiting.abort();
    rig.runUntilFinished(waiting);
    goOn.countDown();
    occupying.forEach(rig::runUntilFinished);
    rig.close();
    assertThat(begun).hasValue(2);
    assertThatThrownBy(() -> poll(waiting)).isInstanceOf(TaskCancelledException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_call_that_has_begun_goes_on_when_its_task_is_aborted_and_nobody_waits_for_it(Kind kind) {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    JoinHandle<String> call =
        start(
            kind,
            () -> {
              begun.countDown();
              goOn.await();
              ended.countDown();
              return "nobody wants it";
            });
    Patience.await("the call to begin", () -> begun.getCount() == 0);
    call.abort();
    rig.runUntilFinished(call);
    assertThat(ended.getCount()).isEqualTo(1);
    goOn.countDown();
    Patience.await("the call to end", () -> ended.getCount() == 0);
    assertThatThrownBy(() -> poll(call)).isInstanceOf(TaskCancelledException.class);
  }

  @Test
  void a_call_begins_or_is_cancelled_but_not_both() {
    List<BlockingCall<String>> calls = new ArrayList<>();
    boolean[] began = new boolean[1];
    int[] outcomes = new int[2];
    calls.add(new BlockingCall<>(() -> begin(began)));
    Race.of(
        5_000,
        _ -> Seams.start(calls.getFirst()),
        _ -> calls.getFirst().cancel(),
        round -> {
          boolean ended = calls.getFirst().poll(Context.of(Waker.noop())).isReady();
          if (ended != began[0]) {
            throw new AssertionError("began: " + began[0] + ", ended: " + ended);
          }
          outcomes[ended ? 0 : 1]++;
          began[0] = false;
          calls.set(0, new BlockingCall<>(() -> begin(began)));
        });
    assertThat(outcomes[0]).as("how often it began").isPositive();
    assertThat(outcomes[1]).as("how often it was cancelled").isPositive();
  }

  private static String begin(boolean[] began) {
    began[0] = true;
    return "value";
  }

  // ---- After the close

  @ParameterizedTest
  @EnumSource
  void after_the_close_no_call_begins_and_its_handle_is_cancelled_already(Kind kind) {
    rig.close();
    AtomicInteger begun = new AtomicInteger();
    JoinHandle<Integer> call = start(kind, begun::incrementAndGet);
    assertThat(call.isFinished()).isTrue();
    assertThatThrownBy(() -> poll(call)).isInstanceOf(TaskCancelledException.class);
    assertThat(begun).hasValue(0);
  }

  private <T> T value(JoinHandle<T> handle) throws Exception {
    rig.runUntilFinished(handle);
    return switch (poll(handle)) {
      case Poll.Ready<T>(T value) -> value;
      case Poll.Pending<T> _ -> throw new AssertionError("it is finished");
    };
  }

  private static <T> Poll<T> poll(JoinHandle<T> handle) throws Exception {
    return handle.poll(Context.of(Waker.noop()));
  }
}
