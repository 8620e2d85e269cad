package dev.wakerobin.it.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.FailurePolicy;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many tasks, and tasks that behave badly, on every scheduler there is: nothing may hang, vanish
/// or be reported wrongly.
class StormTest {

  static Stream<String> schedulers() {
    return AsyncRuntime.availableSchedulers().stream();
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void a_million_tasks_are_spawned_and_each_ends(String scheduler) throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      int joined =
          runtime.blockOn(
              new JoinAll(
                  1_000_000,
                  () ->
                      Tasks.spawn(
                          _ -> {
                            ran.incrementAndGet();
                            return Poll.ready();
                          })));
      assertThat(joined).isEqualTo(1_000_000);
    }
    assertThat(ran).hasValue(1_000_000);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void a_hundred_thousand_sleepers_are_cancelled_by_close(String scheduler) {
    List<JoinHandle<Unit>> handles = new ArrayList<>();
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      for (int i = 0; i < 100_000; i++) {
        handles.add(runtime.spawn(Tasks.sleep(Duration.ofHours(1))));
      }
    }
    assertThat(handles).allMatch(JoinHandle::isFinished);
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void tasks_that_throw_every_kind_of_throwable_harm_nobody_else(String scheduler)
      throws InterruptedException {
    List<Throwable> kinds =
        List.of(
            new IOException("checked"),
            new IllegalStateException("unchecked"),
            new AssertionError("error"),
            new NoClassDefFoundError("linkage"));
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      for (Throwable kind : kinds) {
        JoinHandle<Unit> bad = runtime.spawn(_ -> sneak(kind));
        assertThatThrownBy(() -> runtime.blockOn(bad))
            .isInstanceOf(TaskFailedException.class)
            .hasCause(kind);
        runtime.blockOn(Tasks.yieldNow());
      }
    }
  }

  @SuppressWarnings("unchecked") // Throws what it is given, checked or not.
  private static <X extends Throwable> Poll<Unit> sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void strange_threads_ring_and_the_task_comes_to_its_end(String scheduler)
      throws InterruptedException {
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      AtomicInteger polls = new AtomicInteger();
      runtime.blockOn(
          context -> {
            if (polls.incrementAndGet() == 200) {
              return Poll.ready();
            }
            Thread.ofVirtual().start(context.waker()::wake);
            return Poll.<Unit>pending();
          });
      assertThat(polls).hasValue(200);
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void several_threads_in_block_on_at_once_all_come_back(String scheduler) {
    Queue<String> answers = new ConcurrentLinkedQueue<>();
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        callers.add(
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      try {
                        for (int k = 0; k < 50; k++) {
                          runtime.blockOn(Tasks.sleep(Duration.ofNanos(number * 20_000L)));
                        }
                        answers.add("caller " + number);
                      } catch (InterruptedException e) {
                        answers.add("interrupted");
                      }
                    }));
      }
      Patience.await(
          () -> "8 callers to come back from blockOn; these have: " + answers,
          () -> callers.stream().noneMatch(Thread::isAlive));
    }
    assertThat(answers).hasSize(8).doesNotContain("interrupted");
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void misuse_is_answered_with_what_to_do(String scheduler) throws InterruptedException {
    AtomicReference<String> said = new AtomicReference<>("");
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .onUnjoinedFailure(FailurePolicy.IGNORE)
            .build()) {
      runtime.blockOn(
          _ -> {
            said.set(messageOf(() -> runtime.blockOn(Tasks.yieldNow())));
            return Poll.ready();
          });
      assertThat(said.get())
          .startsWith("blockOn was called from within task ")
          .endsWith("it would wait for itself. Return the future to the caller, or spawn it");
      runtime.blockOn(
          _ -> {
            said.set(messageOf(runtime::close));
            return Poll.ready();
          });
      assertThat(said.get()).startsWith("close was called from within task ");
      assertThat(messageOf(AsyncRuntime::current)).startsWith("there is no current runtime");
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void an_interrupted_caller_gets_his_interrupt_and_his_task_is_cancelled(String scheduler) {
    AtomicInteger cancels = new AtomicInteger();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).build()) {
      AtomicInteger polls = new AtomicInteger();
      Thread caller =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      runtime.blockOn(new Never(polls, cancels));
                    } catch (InterruptedException | TaskCancelledException e) {
                      thrown.set(e);
                    }
                  });
      Patience.await("a first poll", () -> polls.get() > 0);
      caller.interrupt();
      Patience.await("the interrupted caller to come back", () -> !caller.isAlive());
    }
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(cancels).hasValue(1);
  }

  private static String messageOf(ThrowingRunnable code) {
    try {
      code.run();
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    }
    return "nothing was thrown";
  }

  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  private record Never(AtomicInteger polls, AtomicInteger cancels) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) {
      polls.incrementAndGet();
      return Poll.pending();
    }

    @Override
    public void cancel() {
      cancels.incrementAndGet();
    }
  }

  /// Spawns so many, awaits them one after the other, and counts them.
  private static final class JoinAll implements Future<Integer> {
    private final int size;
    private final Supplier<JoinHandle<Unit>> spawn;
    private final List<JoinHandle<Unit>> handles = new ArrayList<>();
    private int joined;

    JoinAll(int size, Supplier<JoinHandle<Unit>> spawn) {
      this.size = size;
      this.spawn = spawn;
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      while (handles.size() < size) {
        handles.add(spawn.get());
      }
      while (joined < size) {
        if (!handles.get(joined).poll(context).isReady()) {
          return Poll.pending();
        }
        joined++;
      }
      return Poll.ready(joined);
    }
  }
}
