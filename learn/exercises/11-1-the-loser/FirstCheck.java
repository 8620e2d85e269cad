import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstCheck {
  private final Context context = Context.of(() -> {});

  /// Pending as long as it is told to be, and knows how often it was cancelled.
  private static final class Contestant implements Future<String> {
    private final AtomicInteger cancels = new AtomicInteger();
    private volatile boolean ready;

    Contestant(boolean ready) {
      this.ready = ready;
    }

    @Override
    public Poll<String> poll(Context context) {
      return ready ? Poll.ready("won") : Poll.pending();
    }

    @Override
    public void cancel() {
      cancels.incrementAndGet();
    }
  }

  private final Contestant left = new Contestant(false);
  private final Contestant right = new Contestant(false);
  private final First<String> first = new First<>(left, right);

  @Test
  void the_right_one_is_told_when_the_left_one_has_won() throws Exception {
    left.ready = true;
    assertThat(first.poll(context)).isEqualTo(Poll.ready("won"));
    assertThat(right.cancels.get()).as("cancels of the right one").isEqualTo(1);
    assertThat(left.cancels.get()).as("cancels of the left one").isEqualTo(0);
  }

  @Test
  void the_left_one_is_told_when_the_right_one_has_won() throws Exception {
    right.ready = true;
    assertThat(first.poll(context)).isEqualTo(Poll.ready("won"));
    assertThat(left.cancels.get()).as("cancels of the left one").isEqualTo(1);
    assertThat(right.cancels.get()).as("cancels of the right one").isEqualTo(0);
  }

  @Test
  void nobody_is_told_as_long_as_nobody_has_won() throws Exception {
    assertThat(first.poll(context)).isEqualTo(Poll.pending());
    assertThat(left.cancels.get()).isEqualTo(0);
    assertThat(right.cancels.get()).isEqualTo(0);
  }

  @Test
  void both_are_told_when_the_task_is_aborted() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      JoinHandle<String> task = runtime.spawn(first);
      runtime.blockOn(Tasks.yieldNow());
      task.abort();
      boolean cancelled =
          runtime.blockOn(
              own -> {
                try {
                  return task.poll(own).isReady() ? Poll.ready(false) : Poll.pending();
                } catch (TaskCancelledException expected) {
                  return Poll.ready(true);
                }
              });
      assertThat(cancelled).isTrue();
    }
    assertThat(left.cancels.get()).as("cancels of the left one").isEqualTo(1);
    assertThat(right.cancels.get()).as("cancels of the right one").isEqualTo(1);
  }
}
