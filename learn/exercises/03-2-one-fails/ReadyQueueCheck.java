import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyQueueCheck {
  private final ReadyQueue executor = new ReadyQueue();
  private final List<String> polls = new ArrayList<>();
  private Waker kept = Waker.noop();

  /// Goes on in a second poll, for which it rings itself.
  private Future<String> good(String name) {
    int[] left = {1};
    return context -> {
      polls.add(name);
      if (left[0]-- > 0) {
        context.waker().wake();
        return Poll.pending();
      }
      return Poll.ready(name);
    };
  }

  private Future<String> bad(String name) {
    return context -> {
      polls.add(name);
      kept = context.waker();
      throw new IllegalStateException(name);
    };
  }

  @Test
  void the_others_go_on_to_their_ends() {
    executor.spawn(good("a"));
    executor.spawn(bad("bad"));
    executor.spawn(good("b"));
    catchThrowable(executor::run);
    assertThat(polls)
        .withFailMessage(
            "'bad' threw in its poll, and these were the polls: %s. The tasks 'a' and 'b' were"
                + " not brought to their ends, two polls each",
            polls)
        .containsExactly("a", "bad", "b", "a", "b");
  }

  @Test
  void what_it_threw_is_not_kept_quiet() {
    executor.spawn(bad("bad"));
    executor.spawn(good("a"));
    Throwable thrown = catchThrowable(executor::run);
    assertThat(thrown)
        .withFailMessage("a task threw, and run came back as if nothing were")
        .isNotNull();
    assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("bad");
  }

  @Test
  void nor_what_a_second_one_threw() {
    executor.spawn(bad("first"));
    executor.spawn(bad("second"));
    Throwable thrown = catchThrowable(executor::run);
    assertThat(thrown).as("what run throws").hasMessage("first");
    assertThat(thrown.getSuppressed())
        .withFailMessage("a second task threw as well, and nobody is told")
        .singleElement()
        .satisfies(second -> assertThat(second).hasMessage("second"));
  }

  @Test
  void who_has_thrown_is_at_its_end() {
    executor.spawn(bad("bad"));
    catchThrowable(executor::run);
    kept.wake();
    catchThrowable(executor::run);
    assertThat(polls)
        .withFailMessage("its bell rang, and a task that had thrown was polled once more")
        .containsExactly("bad");
  }

  @Test
  void where_nobody_fails_nothing_is_thrown() throws Exception {
    executor.spawn(good("a"));
    executor.run();
    assertThat(polls).containsExactly("a", "a");
  }
}
