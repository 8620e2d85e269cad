package dev.wakerobin.async;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Context BY_HAND = Context.of(Waker.noop());

  /// Pending until somebody gives it a value.
  private static final class Gate<T> implements Future<T> {
    private T value;
    private boolean cancelled;

    @Override
    public Poll<T> poll(Context context) {
      return value == null ? Poll.pending() : Poll.ready(value);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private static <T> Poll<T> poll(Future<T> future) throws Exception {
    return future.poll(BY_HAND);
  }

  @Test
  void a_body_is_inert_until_it_is_polled() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Gate<String> gate = new Gate<>();
    Future<String> future =
        async(
            () -> {
              runs.incrementAndGet();
              return await(gate);
            });
    assertThat(runs).hasValue(0);
    assertThat(poll(future).isReady()).isFalse();
    assertThat(poll(future).isReady()).isFalse();
    assertThat(runs).hasValue(1);
    gate.value = "x";
    assertThat(poll(future)).isEqualTo(Poll.ready("x"));
  }

  @Test
  void a_body_that_returns_nothing_is_ready_with_unit() throws Exception {
    Future<Unit> future =
        async(
            () -> {
              await(now(1));
            });
    assertThat(poll(future)).isEqualTo(Poll.ready(Unit.UNIT));
  }

  private static <T> Future<T> now(T value) {
    return _ -> Poll.ready(value);
  }

  @Test
  void polling_after_the_end_says_so_however_it_ended() throws Exception {
    Future<Integer> ready = async(() -> await(now(1)));
    poll(ready);
    Future<Integer> failed = async(() -> 1 / await(now(0)));
    assertThatThrownBy(() -> poll(failed)).isInstanceOf(ArithmeticException.class);
    Future<Integer> cancelled = async(() -> await(new Gate<Integer>()));
    poll(cancelled);
    cancelled.cancel();
    Future<Integer> never = async(() -> await(new Gate<Integer>()));
    never.cancel();
    Future<Integer> direct = async(() -> 1);
    poll(direct);
    for (Future<Integer> future : List.of(ready, failed, cancelled, never, direct)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> poll(future))
            .isInstanceOf(RestrictionException.class)
            .hasMessageContaining("polled again after its end");
      }
    }
  }

  @Test
  void a_cancel_before_the_start_runs_nothing() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Future<Integer> future =
        async(
            () -> {
              try {
                return await(now(runs.incrementAndGet()));
              } finally {
                runs.incrementAndGet();
              }
            });
    future.cancel();
    assertThat(runs).hasValue(0);
  }

  @Test
  void what_a_finally_block_throws_in_a_cancel_is_thrown_by_cancel() throws Exception {
    Gate<String> gate = new Gate<>();
    Future<String> future =
        async(
            () -> {
              try {
                return await(gate);
              } finally {
                await(gate);
              }
            });
    poll(future);
    assertThatThrownBy(future::cancel)
        .isInstanceOf(RestrictionException.class)
        .hasMessageContaining("await in FrameTest.what_a_finally")
        .hasMessageContaining("while it is cancelled");
    assertThat(gate.cancelled).isTrue();
  }

  @Test
  void what_close_throws_in_a_cancel_is_not_lost() throws Exception {
    Future<String> future =
        async(
            () -> {
              try (AutoCloseable _ =
                  () -> {
                    throw new IllegalStateException("close");
                  }) {
                return await(new Gate<String>());
              }
            });
    poll(future);
    assertThatThrownBy(future::cancel)
        .isInstanceOf(CancelledAwait.class)
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("close"));
  }

  @Test
  void an_endless_loop_that_swallows_a_cancel_is_given_up() throws Exception {
    Future<Unit> future =
        async(
            () -> {
              while (true) {
                try {
                  await(new Gate<String>());
                } catch (Throwable _) {
                  // Once more.
                }
              }
            });
    poll(future);
    assertThatThrownBy(future::cancel).isInstanceOf(CancelledAwait.class);
    assertThatThrownBy(() -> poll(future)).isInstanceOf(RestrictionException.class);
  }

  @Test
  void a_loop_that_catches_exceptions_ends_with_a_cancel() throws Exception {
    AtomicInteger caught = new AtomicInteger();
    Future<Unit> future =
        async(
            () -> {
              while (true) {
                try {
                  await(new Gate<String>());
                } catch (Exception _) {
                  caught.incrementAndGet();
                }
              }
            });
    poll(future);
    future.cancel();
    assertThat(caught).hasValue(0);
  }

  private static Future<String> inner(Gate<String> gate) {
    return async(
        () -> {
          return await(gate);
        });
  }

  @Test
  void a_suspended_body_says_where_it_stands_and_what_it_waits_for() throws Exception {
    Gate<String> gate = new Gate<>();
    Future<String> outer = async(() -> "<" + await(inner(gate)) + ">");
    Frame<String> frame = (Frame<String>) outer;
    assertThat(frame.where()).isEmpty();
    assertThat(frame.toString()).endsWith("not started");
    poll(outer);
    StackTraceElement here = frame.where().orElseThrow();
    assertThat(here.getFileName()).isEqualTo("FrameTest.java");
    assertThat(here.getMethodName())
        .isEqualTo("a_suspended_body_says_where_it_stands_and_what_it_waits_for");
    assertThat(frame.trace()).hasSize(2).endsWith(here);
    assertThat(frame.trace().getFirst().getMethodName()).isEqualTo("inner");
    assertThat(outer.toString())
        .contains("awaiting at FrameTest.java:" + here.getLineNumber())
        .contains("async FrameTest.inner, awaiting at FrameTest.java:");
    gate.value = "x";
    assertThat(poll(outer)).isEqualTo(Poll.ready("<x>"));
    assertThat(outer.toString()).endsWith("ended");
    assertThat(frame.where()).isEmpty();
  }

  @Test
  void a_stack_trace_shows_the_chain_of_awaits_with_files_and_lines() throws Exception {
    Gate<Integer> gate = new Gate<>();
    Future<Integer> thrower = async(() -> 1 / await(gate));
    Future<Integer> future = async(() -> await(thrower));
    poll(future);
    gate.value = 0;
    assertThatThrownBy(() -> poll(future))
        .satisfies(
            e -> {
              StackTraceElement[] trace = e.getStackTrace();
              assertThat(trace[0].getFileName()).isEqualTo("FrameTest.java");
              assertThat(trace[1].getLineNumber()).isEqualTo(trace[0].getLineNumber() + 1);
              assertThat(trace[1].getClassName()).contains("a_stack_trace_shows_the_chain");
            });
  }

  @Test
  void a_variable_that_is_not_needed_any_more_is_not_kept() throws Exception {
    Gate<Integer> first = new Gate<>();
    Gate<Integer> second = new Gate<>();
    List<WeakReference<byte[]>> seen = new ArrayList<>();
    Future<Integer> future =
        async(
            () -> {
              byte[] large = new byte[1 << 20];
              seen.add(new WeakReference<>(large));
              int length = await(first) + large.length;
              return length + await(second);
            });
    poll(future);
    first.value = 1;
    poll(future);
    awaitCollected(seen.getFirst());
    second.value = 1;
    assertThat(poll(future)).isEqualTo(Poll.ready(2 + (1 << 20)));
  }

  @Test
  void a_body_that_has_ended_keeps_nothing() throws Exception {
    Object captured = new Object();
    WeakReference<Object> reference = new WeakReference<>(captured);
    Gate<Integer> gate = new Gate<>();
    Future<Integer> future = hashOf(captured, gate);
    captured = null;
    poll(future);
    gate.value = 1;
    poll(future);
    awaitCollected(reference);
    assertThat(future.toString()).endsWith("ended");
  }

  private static Future<Integer> hashOf(Object captured, Gate<Integer> gate) {
    return async(() -> await(gate) + captured.hashCode());
  }

  @Test
  void an_awaited_future_that_is_done_is_let_go() throws Exception {
    Gate<Integer> second = new Gate<>();
    List<WeakReference<Gate<Integer>>> seen = new ArrayList<>();
    Future<Integer> future = letGo(seen, second);
    poll(future);
    seen.getFirst().get().value = 1;
    poll(future);
    awaitCollected(seen.getFirst());
    second.value = 2;
    assertThat(poll(future)).isEqualTo(Poll.ready(3));
  }

  private static Future<Integer> letGo(
      List<WeakReference<Gate<Integer>>> seen, Gate<Integer> second) {
    return async(
        () -> {
          int n = await(noted(seen));
          return n + await(second);
        });
  }

  private static Future<Integer> noted(List<WeakReference<Gate<Integer>>> seen) {
    Gate<Integer> gate = new Gate<>();
    seen.add(new WeakReference<>(gate));
    return gate;
  }

  private static void awaitCollected(WeakReference<?> reference) {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }

  @Test
  void a_body_may_be_polled_by_another_thread_each_time() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    Future<Integer> future =
        async(
            () -> {
              int sum = 0;
              long wide = 1;
              String text = "";
              for (int i = 0; i < 50; i++) {
                sum += await(onEvenPoll(steps, i));
                wide *= 3;
                text += i % 10;
              }
              return sum + (int) (wide % 1000) + text.length();
            });
    List<Poll<Integer>> answers = new ArrayList<>();
    while (answers.isEmpty()) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  Poll<Integer> answer = poll(future);
                  if (answer.isReady()) {
                    answers.add(answer);
                  }
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      thread.start();
      thread.join();
    }
    long wide = 1;
    for (int i = 0; i < 50; i++) {
      wide *= 3;
    }
    assertThat(answers.getFirst()).isEqualTo(Poll.ready(1225 + (int) (wide % 1000) + 50));
  }

  private static Future<Integer> onEvenPoll(AtomicInteger steps, int value) {
    return _ -> steps.incrementAndGet() % 2 == 0 ? Poll.ready(value) : Poll.pending();
  }

  @Test
  void a_future_that_answers_null_is_named_as_the_culprit() {
    Future<Integer> broken = _ -> null;
    Future<Integer> future = async(() -> await(broken));
    assertThatThrownBy(() -> poll(future))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("answered null");
  }

  @Test
  void of_several_futures_the_first_failure_cancels_the_others() throws Exception {
    Gate<Integer> other = new Gate<>();
    Future<Integer> failing =
        _ -> {
          throw new IllegalStateException("first");
        };
    Future<String> future =
        async(
            () -> {
              try {
                return "no " + awaitAll(other, failing);
              } catch (IllegalStateException e) {
                return e.getMessage();
              }
            });
    assertThat(poll(future)).isEqualTo(Poll.ready("first"));
    assertThat(other.cancelled).isTrue();
  }

  @Test
  void awaiting_no_futures_at_all_is_ready_at_once() throws Exception {
    Future<List<Integer>> future = async(() -> awaitAll(List.<Future<Integer>>of()));
    assertThat(poll(future)).isEqualTo(Poll.ready(List.of()));
  }
}
