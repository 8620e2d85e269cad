package dev.wakerobin.tutorial.chapter03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MiniExecutorTest {
  private final MiniExecutor executor = new MiniExecutor();
  private final List<String> trace = new ArrayList<>();

  @Test
  void without_tasks_it_is_done() throws Exception {
    executor.run();
  }

  @Test
  void tasks_take_turns() throws Exception {
    executor.spawn(yielding("a", 2));
    executor.spawn(yielding("b", 2));
    executor.run();
    assertThat(trace).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void a_task_may_spawn_another_one() throws Exception {
    Future<Unit> parent =
        _ -> {
          trace.add("parent");
          executor.spawn(yielding("child", 0));
          return Poll.ready();
        };
    executor.spawn(parent);
    executor.run();
    assertThat(trace).containsExactly("parent", "child");
  }

  @Test
  void many_rings_are_one_poll() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    Future<Unit> eager =
        context -> {
          trace.add("poll " + polls.incrementAndGet());
          context.waker().wake();
          context.waker().wake();
          context.waker().wake();
          return polls.get() == 2 ? Poll.ready() : Poll.pending();
        };
    executor.spawn(eager);
    executor.spawn(yielding("another", 2)); // Keeps the executor going beyond the end of the first.
    executor.run();
    assertThat(trace).containsExactly("poll 1", "another", "poll 2", "another", "another");
  }

  @Test
  void a_ring_after_the_end_changes_nothing() throws Exception {
    List<Waker> kept = new ArrayList<>();
    Future<Unit> shortLived =
        context -> {
          trace.add("short");
          kept.add(context.waker());
          return Poll.ready();
        };
    Future<Unit> ringer =
        _ -> {
          kept.getFirst().wake();
          executor.spawn(yielding("last", 0)); // Behind the task that was rung too late.
          return Poll.ready();
        };
    executor.spawn(shortLived);
    executor.spawn(ringer);
    executor.run();
    assertThat(trace).containsExactly("short", "last");
  }

  @Test
  void what_a_task_throws_ends_the_run() {
    Future<Unit> failing =
        _ -> {
          throw new IOException("on purpose");
        };
    executor.spawn(failing);
    assertThatThrownBy(executor::run).isInstanceOf(IOException.class).hasMessage("on purpose");
  }

  /// A thread rings at once, so that the ring comes now during the poll, now after it; and it has
  /// written a plain field before, which the next poll must see.
  @Test
  void no_ring_of_another_thread_is_lost_nor_what_was_written_before_it() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    for (int i = 0; i < 500; i++) {
      executor.spawn(new RungByThread(seen));
      executor.run();
    }
    assertThat(seen).hasValue(500);
  }

  private static final class RungByThread implements Future<Unit> {
    private final AtomicInteger seen;
    private boolean begun;
    private int payload; // Plain.

    RungByThread(AtomicInteger seen) {
      this.seen = seen;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      if (begun) {
        seen.addAndGet(payload);
        return Poll.ready();
      }
      begun = true;
      Waker waker = context.waker();
      Thread.ofVirtual()
          .start(
              () -> {
                payload = 1;
                waker.wake();
              });
      return Poll.pending();
    }
  }

  private Future<Unit> yielding(String name, int times) {
    int[] left = {times};
    return context -> {
      trace.add(name);
      if (left[0]-- == 0) {
        return Poll.ready();
      }
      context.waker().wake();
      return Poll.pending();
    };
  }
}
