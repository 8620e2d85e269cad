package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinSetTest {
  private static final Context BY_HAND = Context.of(Waker.noop());

  private final Rig rig = Rig.create();
  private final JoinSet<Integer> set = JoinSet.on(rig.runtime);

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void members_are_joined_in_the_order_in_which_they_end() throws Exception {
    List<Gate> gates = IntStream.range(0, 3).mapToObj(_ -> new Gate()).toList();
    for (int i = 0; i < 3; i++) {
      set.spawn(gates.get(i).thenReady(i));
    }
    rig.runAll();
    for (int i : new int[] {2, 0, 1}) {
      gates.get(i).open();
      rig.runAll();
    }
    assertThat(set.size()).isEqualTo(3);
    assertThat(joined()).contains(2);
    assertThat(joined()).contains(0);
    assertThat(joined()).contains(1);
    assertThat(joined()).isEmpty();
    assertThat(set.isEmpty()).isTrue();
  }

  @Test
  void who_waits_is_woken_by_the_first_that_ends_and_not_by_others_rings() {
    Gate gate = new Gate();
    JoinHandle<Integer> member = set.spawn(gate.thenReady(7));
    Probe<Optional<Integer>> waiter = Probe.of(set.joinNext());
    JoinHandle<Optional<Integer>> waiting = rig.spawn(waiter);
    rig.runAll();
    member.cancel(); // Somebody else stops waiting: all are rung, and the set joins again.
    rig.runAll();
    assertThat(waiter.polls()).isEqualTo(1);
    gate.open();
    rig.runAll();
    assertThat(waiter.polls()).isEqualTo(2);
    assertThat(((TaskCell<Optional<Integer>>) waiting).result())
        .isEqualTo(Poll.ready(Optional.of(7)));
  }

  @Test
  void one_that_fails_says_which_it_was_and_the_set_goes_on() throws Exception {
    IllegalStateException cause = new IllegalStateException("no luck");
    JoinHandle<Integer> failing = set.spawn("unlucky", _ -> Thrown.sneak(cause));
    JoinHandle<Integer> aborted = set.spawn(_ -> Poll.pending());
    aborted.abort();
    set.spawn(_ -> Poll.ready(1));
    rig.runAll();
    assertThatThrownBy(this::joined)
        .isInstanceOf(TaskFailedException.class)
        .hasCause(cause)
        .satisfies(e -> assertThat(((TaskFailedException) e).task()).isEqualTo(failing.id()));
    assertThatThrownBy(this::joined)
        .isInstanceOf(TaskCancelledException.class)
        .satisfies(e -> assertThat(((TaskCancelledException) e).task()).isEqualTo(aborted.id()));
    assertThat(joined()).contains(1);
    assertThat(joined()).isEmpty();
  }

  @Test
  void closing_aborts_all_takes_no_more_and_lets_the_rest_be_joined() {
    List<Probe<Integer>> probes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Probe<Integer> probe = Probe.of(_ -> Poll.pending());
      probes.add(probe);
      set.spawn(probe);
    }
    rig.runAll();
    set.close();
    set.close();
    rig.runAll();
    assertThat(probes).allMatch(each -> each.cancels() == 1);
    assertThatThrownBy(() -> set.spawn(_ -> Poll.ready(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this JoinSet is closed: spawn into an open one, or close it later");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(this::joined).isInstanceOf(TaskCancelledException.class);
    }
    assertThat(set).hasToString("JoinSet(0 members, closed)");
  }

  @Test
  void shutdown_waits_until_all_have_ended() {
    set.spawn(_ -> Poll.pending());
    set.spawn(_ -> Thrown.sneak(new IllegalStateException("dropped")));
    Future<Unit> shutdown = set.shutdown();
    rig.runAll();
    assertThat(set.size()).as("nothing happens before it is polled").isEqualTo(2);
    JoinHandle<Unit> handle = rig.spawn(shutdown);
    rig.runAll();
    assertThat(handle.isFinished()).isTrue();
    assertThat(set.isEmpty()).isTrue();
  }

  @Test
  void detached_members_run_on() throws Exception {
    Gate gate = new Gate();
    JoinHandle<Integer> waiting = set.spawn(gate.thenReady(1));
    JoinHandle<Integer> ended = set.spawn(_ -> Poll.ready(2));
    rig.runAll();
    JoinHandle<Optional<Integer>> joiner = rig.spawn(JoinSet.<Integer>on(rig.runtime).joinNext());
    set.detachAll();
    set.close();
    assertThat(joined()).isEmpty();
    gate.open();
    rig.runAll();
    assertThat(waiting.poll(BY_HAND)).isEqualTo(Poll.ready(1));
    assertThat(ended.poll(BY_HAND)).isEqualTo(Poll.ready(2));
    assertThat(joiner.isFinished()).as("an empty set does not keep anybody waiting").isTrue();
    assertThat(joined()).isEmpty();
  }

  @Test
  void a_cancelled_wait_loses_no_member() throws Exception {
    JoinHandle<Optional<Integer>> waiting = rig.spawn(set.joinNext());
    set.spawn(_ -> Poll.ready(1));
    waiting.abort();
    rig.runAll();
    assertThat(joined()).contains(1);
  }

  @Test
  void of_several_who_wait_each_gets_another_member_and_the_rest_learn_that_there_is_none() {
    Gate gate = new Gate();
    set.spawn(gate.thenReady(1));
    set.spawn(gate.thenReady(2));
    List<JoinHandle<Optional<Integer>>> waiting =
        IntStream.range(0, 3).mapToObj(_ -> rig.spawn(set.joinNext())).toList();
    rig.runAll();
    gate.open();
    rig.runAll();
    assertThat(waiting.stream().map(each -> ((TaskCell<Optional<Integer>>) each).result()))
        .containsExactlyInAnyOrder(
            Poll.ready(Optional.of(1)), Poll.ready(Optional.of(2)), Poll.ready(Optional.empty()));
  }

  @Test
  void joining_many_that_have_ended_yields_when_the_budget_is_used_up() {
    int count = TaskCell.BUDGET + 1;
    for (int i = 0; i < count; i++) {
      set.spawn(_ -> Poll.ready(1));
    }
    rig.runAll();
    Probe<Integer> all = Probe.of(sum());
    rig.spawn(all);
    rig.runAll();
    assertThat(all.polls()).isEqualTo(2);
    assertThat(set.isEmpty()).isTrue();
  }

  @Test
  void a_hundred_thousand_members_cost_each_as_much_as_one_of_a_few() throws Exception {
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      set.spawn(_ -> Poll.ready(1));
    }
    Probe<Integer> all = Probe.of(sum());
    TaskCell<Integer> handle = rig.cell(all);
    rig.runAll();
    assertThat(handle.result()).isEqualTo(Poll.ready(count));
    assertThat(all.polls()).as("one a budget").isLessThan(2 + count / TaskCell.BUDGET);
  }

  @Test
  void after_the_runtime_has_closed_members_are_cancelled_ones() {
    rig.runtime.close();
    set.spawn(_ -> Poll.ready(1));
    assertThatThrownBy(this::joined).isInstanceOf(TaskCancelledException.class);
  }

  private Optional<Integer> joined() throws Exception {
    return ((Poll.Ready<Optional<Integer>>) set.joinNext().poll(BY_HAND)).value();
  }

  /// Joins all, with one wait after the other.
  private Future<Integer> sum() {
    int[] sum = new int[1];
    return context -> {
      while (set.joinNext().poll(context) instanceof Poll.Ready<Optional<Integer>>(var next)) {
        if (next.isEmpty()) {
          return Poll.ready(sum[0]);
        }
        sum[0] += next.get();
      }
      return Poll.pending();
    };
  }
}
