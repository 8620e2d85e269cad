package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/// Trees of tokens against a list of parents and a flag for each.
class CancellationTokenProperties {

  sealed interface Step {
    record Child(int parent) implements Step {}

    record Wait(int token, boolean budget) implements Step {}

    record StopWaiting(int token) implements Step {}

    record Cancel(int token) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> token = Arbitraries.integers().between(0, 30);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, token.map(Step.Child::new)),
            Tuple.of(12, Combinators.combine(token, budget).as(Step.Wait::new)),
            Tuple.of(3, token.map(Step.StopWaiting::new)),
            Tuple.of(2, token.map(Step.Cancel::new)))
        .list()
        .ofMaxSize(60);
  }

  /// A token, who waits for it, and what the model says of it.
  private static final class Node {
    final CancellationToken token;
    final Optional<Node> parent;
    Hand<Unit> wait;
    boolean cancelled;

    Node(CancellationToken token, Optional<Node> parent) {
      this.token = token;
      this.parent = parent;
      this.wait = Hand.of(token.cancelled());
    }

    boolean isCancelled() {
      return cancelled || (parent.isPresent() && parent.get().isCancelled());
    }
  }

  @Property
  void a_token_is_cancelled_if_it_or_one_above_it_was(@ForAll("steps") List<Step> steps) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(new CancellationToken(), Optional.empty()));
    for (Step step : steps) {
      switch (step) {
        case Step.Child(int number) -> {
          Node parent = nodes.get(number % nodes.size());
          nodes.add(new Node(parent.token.child(), Optional.of(parent)));
        }
        case Step.Wait(int number, boolean budget) -> {
          Node node = nodes.get(number % nodes.size());
          if (!node.wait.isOver()) {
            assertThat(node.wait.poll(budget)).isEqualTo(node.isCancelled() && budget);
          }
        }
        case Step.StopWaiting(int number) -> {
          Node node = nodes.get(number % nodes.size());
          node.wait.cancel();
          node.wait = Hand.of(node.token.cancelled());
        }
        case Step.Cancel(int number) -> {
          Node node = nodes.get(number % nodes.size());
          node.token.cancel();
          node.cancelled = true;
        }
      }
      for (Node node : nodes) {
        assertThat(node.token.isCancelled()).isEqualTo(node.isCancelled());
        if (node.wait.isWaiting()) {
          assertThat(node.wait.isRung()).isEqualTo(node.isCancelled());
        }
      }
    }
  }

  // ---- Examples

  @Test
  void a_chain_of_a_hundred_thousand_is_cancelled_without_a_deep_stack() {
    CancellationToken root = new CancellationToken();
    CancellationToken last = root;
    for (int i = 0; i < 100_000; i++) {
      last = last.child();
    }
    root.cancel();
    assertThat(last.isCancelled()).isTrue();
  }

  @Test
  void a_parent_forgets_a_child_that_was_cancelled() {
    CancellationToken parent = new CancellationToken();
    CancellationToken kept = parent.child();
    for (int i = 0; i < 1_000; i++) {
      parent.child().cancel();
    }
    assertThat(parent.childCount()).isEqualTo(1);
    parent.cancel();
    assertThat(kept.isCancelled()).isTrue();
    assertThat(parent.childCount()).isZero();
  }

  @Test
  void a_parent_does_not_keep_alive_a_child_that_everybody_has_forgotten() {
    CancellationToken parent = new CancellationToken();
    CancellationToken kept = parent.child();
    parent.child();
    for (int i = 0; i < 100 && parent.childCount() > 1; i++) {
      System.gc(); // A hint, which the collectors of the JDK take.
    }
    assertThat(parent.childCount()).isEqualTo(1);
    kept.cancel();
    assertThat(parent.childCount()).isZero();
  }

  @Test
  void who_waits_for_a_child_keeps_it_alive() {
    CancellationToken parent = new CancellationToken();
    Hand<Unit> wait = Hand.polled(parent.child().cancelled());
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    parent.cancel();
    assertThat(wait.poll()).isTrue();
  }

  @Test
  void work_that_is_done_first_gives_its_value() {
    CancellationToken token = new CancellationToken();
    Work work = new Work();
    Hand<Optional<String>> hand = Hand.polled(token.runUntilCancelled(work));
    work.answer = Poll.ready("done");
    token.cancel();
    assertThat(hand.poll()).isTrue();
    assertThat(hand.value()).contains("done");
    assertThat(work.cancels).isZero();
  }

  @Test
  void work_is_cancelled_with_the_token() {
    CancellationToken token = new CancellationToken();
    Work work = new Work();
    Hand<Optional<String>> hand = Hand.polled(token.runUntilCancelled(work));
    token.cancel();
    assertThat(hand.isRung()).isTrue();
    assertThat(hand.poll()).isTrue();
    assertThat(hand.value()).isEmpty();
    assertThat(work.cancels).isEqualTo(1);
  }

  @Test
  void work_is_not_begun_after_the_token_was_cancelled() {
    CancellationToken token = new CancellationToken();
    token.cancel();
    Work work = new Work();
    Hand<Optional<String>> hand = Hand.polled(token.runUntilCancelled(work));
    assertThat(hand.value()).isEmpty();
    assertThat(work.polls).isZero();
    assertThat(work.cancels).isEqualTo(1);
  }

  @Test
  void cancelling_the_whole_cancels_the_work_once() {
    Work work = new Work();
    Hand<Optional<String>> hand = Hand.polled(new CancellationToken().runUntilCancelled(work));
    hand.cancel();
    assertThat(work.cancels).isEqualTo(1);
  }

  private static final class Work implements Future<String> {
    Poll<String> answer = Poll.pending();
    int polls;
    int cancels;

    @Override
    public Poll<String> poll(Context context) {
      polls++;
      return answer;
    }

    @Override
    public void cancel() {
      cancels++;
    }
  }
}
