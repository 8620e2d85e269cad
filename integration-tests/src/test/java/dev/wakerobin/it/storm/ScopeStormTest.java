package dev.wakerobin.it.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.JoinSet;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Trees of scopes, and sets, whose members end, fail and are aborted beside each other on every
/// scheduler: no child outlives its scope, no failure is lost, and no member is.
class ScopeStormTest {
  private static final int TREES = 300;
  private static final int MEMBERS = 20_000;

  private final AtomicInteger well = new AtomicInteger(); // Trees, by how they ended.
  private final AtomicInteger badly = new AtomicInteger();

  private final Queue<Throwable> told = new ConcurrentLinkedQueue<>(); // Thrown or reported.

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void no_child_outlives_its_scope_and_each_failure_is_told_once(String scheduler)
      throws InterruptedException {
    Families families = new Families();
    RuntimeBuilder builder = AsyncRuntime.builder().scheduler(scheduler).seed(1);
    try (AsyncRuntime runtime = builder.reporter(told::add).build()) {
      List<JoinHandle<Unit>> trees = plant(families, runtime);
      for (JoinHandle<Unit> tree : trees) {
        Unit _ = runtime.blockOn(ended(tree));
      }
    }
    assertThat(families.outlived()).as("scopes that ended before a child").isZero();
    assertThat(well.get() + badly.get()).isEqualTo(TREES);
    assertThat(well).as("trees that ended well").hasPositiveValue();
    assertThat(badly).as("trees that were aborted or failed").hasPositiveValue();
    assertThat(families.thrown()).isNotEmpty();
    assertThat(leavesIn(told)).containsExactlyInAnyOrderElementsOf(families.thrown());
  }

  private static List<JoinHandle<Unit>> plant(Families families, AsyncRuntime runtime) {
    List<JoinHandle<Unit>> trees = new ArrayList<>();
    for (int seed = 0; seed < TREES; seed++) {
      trees.add(runtime.spawn(families.tree(seed, 3)));
      if (seed % 3 == 0) {
        trees.get(new Random(seed).nextInt(trees.size())).abort();
      }
    }
    return trees;
  }

  /// The failures of leaves in these, their causes, and what is suppressed in them.
  private static List<Throwable> leavesIn(Collection<? extends Throwable> all) {
    List<Throwable> leaves = new ArrayList<>();
    Deque<Throwable> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (next instanceof Families.LeafFailure) {
        leaves.add(next);
      }
      if (next.getCause() != null) {
        open.push(next.getCause());
      }
      open.addAll(List.of(next.getSuppressed()));
    }
    return leaves;
  }

  private Future<Unit> ended(JoinHandle<Unit> tree) {
    return context -> {
      try {
        Poll<Unit> answer = tree.poll(context);
        if (answer.isReady()) {
          well.incrementAndGet();
        }
        return answer;
      } catch (TaskFailedException | TaskCancelledException thrown) {
        told.add(thrown);
        badly.incrementAndGet();
        return Poll.ready();
      }
    };
  }

  @OnEveryScheduler
  void a_join_set_gives_each_member_once_though_some_fail_and_some_are_aborted(AsyncRuntime runtime)
      throws InterruptedException {
    JoinSet<Integer> set = JoinSet.on(runtime);
    Random random = new Random(7);
    List<JoinHandle<Integer>> handles = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      handles.add(set.spawn(member(i)));
      if (random.nextInt(4) == 0) {
        handles.get(random.nextInt(handles.size())).abort();
      }
    }
    Map<String, Integer> ends = new HashMap<>();
    Unit _ = runtime.blockOn(new Joining(set, ends));
    assertThat(ends.values().stream().mapToInt(n -> n).sum()).isEqualTo(MEMBERS);
    assertThat(ends).containsOnlyKeys("value", "failed", "cancelled");
    assertThat(set.isEmpty()).isTrue();
  }

  private static Future<Integer> member(int number) {
    return context -> {
      if (number % 5 == 0) {
        throw new IllegalStateException("member " + number + " fails");
      }
      return context.tryProceed() ? Poll.ready(number) : Poll.pending();
    };
  }

  /// Joins until the set is empty, and counts how the members ended.
  private record Joining(JoinSet<Integer> set, Map<String, Integer> ends) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      while (true) {
        try {
          if (!(set.joinNext().poll(context) instanceof Poll.Ready<Optional<Integer>>(var value))) {
            return Poll.pending();
          }
          if (value.isEmpty()) {
            return Poll.ready();
          }
          count("value");
        } catch (TaskFailedException _) {
          count("failed");
        } catch (TaskCancelledException _) {
          count("cancelled");
        }
      }
    }

    private void count(String end) {
      ends.merge(end, 1, Integer::sum);
    }
  }
}
