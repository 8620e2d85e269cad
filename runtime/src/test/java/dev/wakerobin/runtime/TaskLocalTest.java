package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.StandIn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskLocalTest {
  private final Rig rig = Rig.create();
  private final TaskLocal<String> user = TaskLocal.named("user");
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void tasks_of_one_thread_see_each_their_own() {
    rig.spawn(user.with("ada", twice()));
    rig.spawn(user.with("bob", twice()));
    rig.runAll();
    assertThat(seen).containsExactly("ada", "bob", "ada", "bob");
    assertThat(user.find()).isEmpty();
  }

  @Test
  void a_thread_that_stands_in_for_the_polling_one_sees_it() {
    rig.spawn(
        user.with(
            "ada",
            context -> {
              StandIn place = context.standIn();
              Thread other =
                  Thread.startVirtualThread(
                      () -> {
                        seen.add(user.find().orElse("nobody"));
                        place.enter();
                        seen.add(user.value());
                        place.leave();
                        seen.add(user.find().orElse("nobody"));
                      });
              join(other);
              return Poll.ready("done");
            }));
    rig.runAll();
    assertThat(seen).containsExactly("nobody", "ada", "nobody");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void it_is_bound_while_the_future_is_cancelled() {
    Future<String> future =
        user.with("ada", Probe.of(new CancelRuns(() -> seen.add(user.value()))));
    JoinHandle<String> handle = rig.spawn(future);
    rig.runAll();
    handle.abort();
    rig.runAll();
    assertThat(seen).containsExactly("ada");
    assertThat(user.find()).isEmpty();
  }

  @Test
  void an_inner_one_hides_the_outer_one_until_it_has_answered() {
    Future<String> inner = user.with("bob", noting());
    rig.spawn(
        user.with(
            "ada",
            context -> {
              inner.poll(context);
              return noting().poll(context);
            }));
    rig.runAll();
    assertThat(seen).containsExactly("bob", "ada");
  }

  @Test
  void it_is_unbound_again_after_a_future_that_throws() {
    IllegalStateException thrown = new IllegalStateException("no luck");
    JoinHandle<String> handle = rig.spawn(user.with("ada", _ -> Thrown.sneak(thrown)));
    rig.runAll();
    assertThat(user.find()).isEmpty();
    assertThatThrownBy(((TaskCell<String>) handle)::result).hasCause(thrown);
  }

  @Test
  void a_spawned_task_inherits_it_only_if_asked() {
    rig.spawn(
        user.with(
            "ada",
            _ -> {
              Tasks.spawn(_ -> Poll.ready(seen.add(user.find().orElse("nobody"))));
              Tasks.spawn(user.inherit(_ -> Poll.ready(seen.add(user.find().orElse("nobody")))));
              return Poll.ready();
            }));
    rig.runAll();
    assertThat(seen).containsExactly("nobody", "ada");
  }

  @Test
  void where_it_is_not_bound_the_error_says_what_to_do() {
    assertThatThrownBy(user::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "TaskLocal 'user' is not bound here: wrap the future in its with(value, future). A"
                + " spawned task does not inherit it; spawn what inherit(future) gives");
    assertThatThrownBy(() -> user.inherit(noting())).hasMessageContaining("'user' is not bound");
  }

  @Test
  void two_of_one_name_are_two() {
    TaskLocal<String> other = TaskLocal.named("user");
    rig.spawn(user.with("ada", _ -> Poll.ready(seen.add(other.find().orElse("nobody")))));
    rig.runAll();
    assertThat(seen).containsExactly("nobody");
  }

  /// Notes the value, yields, and notes it again.
  private Future<String> twice() {
    boolean[] again = new boolean[1];
    return context -> {
      seen.add(user.value());
      if (again[0]) {
        return Poll.ready("done");
      }
      again[0] = true;
      context.waker().wake();
      return Poll.pending();
    };
  }

  private Future<String> noting() {
    return _ -> {
      seen.add(user.value());
      return Poll.ready("done");
    };
  }
}
