package dev.wakerobin.testkit;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.Program.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes the steps of a [Program], one after the other.
final class ProgramTask implements Future<Integer> {

  /// A program fails with this.
  static final class OnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnPurpose() {
      super("on purpose");
    }
  }

  private final Deque<Step> left;
  private final Deque<JoinHandle<Integer>> children = new ArrayDeque<>();
  private int sum;
  private @Nullable Future<?> awaited; // What the step at hand waits for, if it does.

  ProgramTask(Program program) {
    this.left = new ArrayDeque<>(program.steps());
  }

  @Override
  public Poll<Integer> poll(Context context) throws Exception {
    while (true) {
      if (awaited != null) {
        if (!isOver(awaited, context)) {
          return Poll.pending();
        }
        awaited = null;
      }
      Step next = left.pollFirst();
      if (next == null) {
        return Poll.ready(sum);
      }
      awaited = take(next);
    }
  }

  private boolean isOver(Future<?> future, Context context) throws Exception {
    try {
      switch (future.poll(context)) {
        case Poll.Ready<?>(Integer number) -> sum += number;
        case Poll.Ready<?> _ -> {}
        case Poll.Pending<?> _ -> {
          return false;
        }
      }
    } catch (TaskFailedException failure) {
      if (!(failure.getCause() instanceof OnPurpose)) {
        throw failure;
      }
      sum += Program.FAILED_CHILD;
    }
    return true;
  }

  /// Begins a step. Answers what to wait for, if the step waits.
  private @Nullable Future<?> take(Step step) {
    return switch (step) {
      case Step.Add(int number) -> {
        sum += number;
        yield null;
      }
      case Step.Yield(int times) -> new Rings(times, Waker::wake);
      case Step.WakeSelf(int times) ->
          new Rings(
              1,
              bell -> {
                for (int i = 0; i < times; i++) {
                  bell.wake();
                }
              });
      case Step.WakeFromOutside() -> new Rings(1, bell -> Thread.ofVirtual().start(bell::wake));
      case Step.Block(int number) -> Tasks.spawnBlocking(() -> number);
      case Step.Spawn(Program child) -> {
        children.addLast(Tasks.spawn(new ProgramTask(child)));
        yield null;
      }
      case Step.Join() -> children.pollFirst();
      case Step.AbortLast() -> {
        JoinHandle<Integer> last = children.pollLast();
        if (last != null) {
          last.abort();
        }
        yield null;
      }
      case Step.Fail() -> throw new OnPurpose();
    };
  }

  /// Has its bell rung in some way and waits for the ring, so many times over. Only a real ring
  /// counts, not a spurious poll.
  private static final class Rings implements Future<Boolean> {
    private final Consumer<Waker> ring;
    private int left;
    private @Nullable AtomicBoolean rung;

    Rings(int times, Consumer<Waker> ring) {
      this.left = times;
      this.ring = ring;
    }

    @Override
    public Poll<Boolean> poll(Context context) {
      if (rung != null && rung.get()) {
        left--;
        rung = null;
      }
      if (left == 0) {
        return Poll.ready(true);
      }
      if (rung == null) {
        AtomicBoolean flag = new AtomicBoolean();
        rung = flag;
        Waker bell = context.waker();
        ring.accept(
            () -> {
              flag.set(true);
              bell.wake();
            });
      }
      return Poll.pending();
    }
  }
}
