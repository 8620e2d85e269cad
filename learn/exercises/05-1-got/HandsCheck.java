import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandsCheck {
  /// Of the lab, which has one thread: there, the others had their chances.
  private static final int MOST_POLLS = 10_000;

  private final AtomicInteger begun = new AtomicInteger();

  /// Ready only once all of them have begun. Whoever waits for one before that waits for ever.
  private Future<Integer> job(int value, int all) {
    int[] polls = {0};
    return context -> {
      if (polls[0]++ == 0) {
        begun.incrementAndGet();
      }
      if (begun.get() == all) {
        return Poll.ready(value);
      }
      if (polls[0] > MOST_POLLS && "lab".equals(System.getProperty("wakerobin.scheduler"))) {
        throw new AssertionError(
            ("of %d jobs only %d has begun, and it waits for the others. Each is to be a task of its"
                    + " own, and all of them are spawned before the first one is awaited")
                .formatted(all, begun.get()));
      }
      context.waker().wake();
      return Poll.pending();
    };
  }

  private int sum(int... values) throws Exception {
    List<Future<Integer>> jobs = new ArrayList<>();
    for (int value : values) {
      jobs.add(job(value, values.length));
    }
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      return runtime.blockOn(Hands.sum(jobs));
    }
  }

  @Test
  void no_jobs_give_nothing() throws Exception {
    assertThat(sum()).isZero();
  }

  @Test
  void one_job_gives_what_it_gives() throws Exception {
    assertThat(sum(7)).isEqualTo(7);
  }

  @Test
  void three_jobs_that_wait_for_each_other_are_added() throws Exception {
    assertThat(sum(1, 2, 3)).isEqualTo(6);
  }

  @Test
  void each_job_is_a_task_of_its_own() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = AsyncRuntime.builder().instrument(recorder).build()) {
      runtime.blockOn(Hands.sum(List.of(job(1, 2), job(2, 2))));
    }
    assertThat(recorder.trace().tasks()).as("the root and two jobs").hasSize(3);
  }
}
