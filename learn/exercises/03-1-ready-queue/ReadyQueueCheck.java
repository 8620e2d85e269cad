import static org.assertj.core.api.Assertions.assertThat;

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

  /// Keeps its waker, is pending so many times, and then ready.
  private Future<String> sleeper(String name, int pending) {
    int[] left = {pending};
    return context -> {
      polls.add(name);
      kept = context.waker();
      return left[0]-- > 0 ? Poll.pending() : Poll.ready(name);
    };
  }

  /// Rings while it is polled.
  private Future<String> impatient(String name, int pending) {
    int[] left = {pending};
    return context -> {
      polls.add(name);
      if (left[0]-- > 0) {
        context.waker().wake();
        return Poll.pending();
      }
      return Poll.ready(name);
    };
  }

  @Test
  void what_was_spawned_is_polled_in_turn() throws Exception {
    executor.spawn(sleeper("a", 0));
    executor.spawn(sleeper("b", 0));
    executor.run();
    assertThat(polls).as("who was polled, in order").containsExactly("a", "b");
  }

  @Test
  void who_sleeps_is_not_polled_until_its_bell_rings() throws Exception {
    executor.spawn(sleeper("a", 1));
    executor.run();
    executor.run();
    assertThat(polls).as("before the bell").containsExactly("a");
    kept.wake();
    executor.run();
    assertThat(polls).as("after it").containsExactly("a", "a");
  }

  @Test
  void two_rings_make_one_poll() throws Exception {
    executor.spawn(sleeper("a", 2));
    executor.run();
    kept.wake();
    kept.wake();
    executor.run();
    assertThat(polls).as("who was polled, in order").containsExactly("a", "a");
  }

  @Test
  void a_bell_that_rings_during_the_poll_counts() throws Exception {
    executor.spawn(impatient("a", 2));
    executor.run();
    assertThat(polls).as("who was polled, in order").containsExactly("a", "a", "a");
  }

  @Test
  void those_who_ring_for_themselves_take_turns() throws Exception {
    executor.spawn(impatient("a", 1));
    executor.spawn(impatient("b", 1));
    executor.run();
    assertThat(polls).as("who was polled, in order").containsExactly("a", "b", "a", "b");
  }

  @Test
  void who_is_done_is_left_in_peace() throws Exception {
    executor.spawn(sleeper("a", 0));
    executor.run();
    kept.wake();
    executor.run();
    assertThat(polls).as("who was polled, in order").containsExactly("a");
  }
}
