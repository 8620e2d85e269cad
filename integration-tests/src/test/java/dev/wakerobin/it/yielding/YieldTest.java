package dev.wakerobin.it.yielding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.util.ArrayList;
import java.util.List;

/// To yield, in a runtime that nobody watches: there it takes a shorter way than a wake.
class YieldTest {

  @OnEveryScheduler
  void a_yield_leaves_the_budget_to_what_else_is_polled(AsyncRuntime runtime)
      throws InterruptedException {
    Future<Unit> turn = Tasks.yieldNow();
    boolean proceeds =
        runtime.blockOn(
            context -> {
              boolean yielded = turn.poll(context).isReady();
              return yielded ? Poll.ready(false) : Poll.ready(context.tryProceed());
            });
    assertThat(proceeds).isTrue();
  }

  @OnEveryScheduler
  void all_tasks_that_yield_come_to_their_end(AsyncRuntime runtime) throws InterruptedException {
    List<JoinHandle<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tasks.add(runtime.spawn(new Yielding(i)));
    }
    for (int i = 0; i < 200; i++) {
      assertThat(runtime.blockOn(tasks.get(i))).isEqualTo(i);
    }
  }

  /// Yields so often.
  private static final class Yielding implements Future<Integer> {
    private final int times;
    private int left;
    private Future<Unit> turn = Tasks.yieldNow();

    Yielding(int times) {
      this.times = times;
      this.left = times;
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      while (left > 0 && turn.poll(context).isReady()) {
        left--;
        if (left > 0) {
          turn = Tasks.yieldNow();
        }
      }
      return left == 0 ? Poll.ready(times) : Poll.pending();
    }
  }
}
