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
  private final AtomicInteger begun = new AtomicInteger();

  /// Ready only once all of them have begun.
  private Future<Integer> job(int value, int all) {
    boolean[] mine = {false};
    return context -> {
      if (!mine[0]) {
        mine[0] = true;
        begun.incrementAndGet();
      }
      if (begun.get() < all) {
        context.waker().wake();
        return Poll.pending();
      }
      return Poll.ready(value);
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
