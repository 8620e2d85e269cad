package dev.wakerobin.it.storm;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.TaskScope;
import dev.wakerobin.runtime.Tasks;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Random trees of scopes, which count the scopes that end by themselves while somebody within is
/// still alive, and the leaves that failed.
final class Families {
  /// What a leaf throws.
  static final class LeafFailure extends Exception {
    private static final long serialVersionUID = 1;

    LeafFailure() {
      super("this leaf fails");
    }
  }

  private final AtomicInteger outlived = new AtomicInteger();
  private final Queue<LeafFailure> thrown = new ConcurrentLinkedQueue<>();

  int outlived() {
    return outlived.get();
  }

  /// What was thrown by leaves, each once.
  List<LeafFailure> thrown() {
    return List.copyOf(thrown);
  }

  /// A scope with children that are scopes, and so on; one leaf in twenty fails.
  Future<Unit> tree(long seed, int depth) {
    return tree(new Random(seed), depth, new Headcount(null));
  }

  private Future<Unit> tree(Random random, int depth, Headcount around) {
    long seed = random.nextLong();
    Headcount inside = new Headcount(around);
    Future<Unit> family =
        TaskScope.failFast(
            scope -> {
              Random dice = new Random(seed);
              for (int i = dice.nextInt(4); i > 0; i--) {
                scope.spawn(depth == 0 ? leaf(dice, inside) : tree(dice, depth - 1, inside));
              }
              return Tasks.yieldNow();
            });
    return new Counted(family, around, () -> outlived.addAndGet(inside.alive() > 0 ? 1 : 0));
  }

  /// Yields a few times, then ends or fails.
  private Future<Unit> leaf(Random dice, Headcount around) {
    boolean fails = dice.nextInt(20) == 0;
    AtomicInteger yields = new AtomicInteger(dice.nextInt(5));
    return new Counted(
        context -> {
          if (yields.getAndDecrement() > 0) {
            context.waker().wake();
            return Poll.pending();
          }
          if (fails) {
            LeafFailure failure = new LeafFailure();
            thrown.add(failure);
            throw failure;
          }
          return Poll.ready();
        },
        around,
        () -> {});
  }

  /// How many are alive in a scope and in the scopes within.
  private static final class Headcount {
    private final @Nullable Headcount around;
    private final AtomicInteger alive = new AtomicInteger();

    Headcount(@Nullable Headcount around) {
      this.around = around;
    }

    void add(int number) {
      alive.addAndGet(number);
      if (around != null) {
        around.add(number);
      }
    }

    int alive() {
      return alive.get();
    }
  }

  /// Counts as alive from its first poll to its end, and looks around when it ends by itself. One
  /// that is cancelled hands its children to the scope around.
  private static final class Counted implements Future<Unit> {
    private final Future<Unit> future;
    private final Headcount around;
    private final Runnable atEnd;
    private boolean begun;

    Counted(Future<Unit> future, Headcount around, Runnable atEnd) {
      this.future = future;
      this.around = around;
      this.atEnd = atEnd;
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      if (!begun) {
        begun = true;
        around.add(1);
      }
      boolean over = true;
      try {
        Poll<Unit> answer = future.poll(context);
        over = answer.isReady();
        return answer;
      } finally {
        if (over) {
          atEnd.run();
          around.add(-1);
        }
      }
    }

    @Override
    public void cancel() {
      future.cancel();
      if (begun) {
        around.add(-1);
      }
    }
  }
}
