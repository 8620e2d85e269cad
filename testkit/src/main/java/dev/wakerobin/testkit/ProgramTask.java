package dev.wakerobin.testkit;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.Program.Step;
import java.time.Duration;
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

  /// A task that this one has spawned.
  private record Child(ProgramTask task, JoinHandle<Integer> handle) {}

  private final Deque<Step> left;
  private final Deque<Child> children = new ArrayDeque<>();
  private final Mailbox outbox = new Mailbox();
  private volatile Waker bell = Waker.noop(); // Of the latest poll; the parent rings it.
  private int sum;
  private @Nullable Future<?> awaited; // What the step at hand waits for, if it does.

  ProgramTask(Program program) {
    this.left = new ArrayDeque<>(program.steps());
  }

  @Override
  public Poll<Integer> poll(Context context) throws Exception {
    bell = context.waker();
    try {
      Poll<Integer> answer = takeSteps(context);
      if (answer.isReady()) {
        outbox.close();
      }
      return answer;
    } catch (Throwable failure) {
      outbox.close();
      throw failure;
    }
  }

  @Override
  public void cancel() {
    outbox.close();
    if (awaited != null) {
      awaited.cancel();
    }
  }

  private Poll<Integer> takeSteps(Context context) throws Exception {
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
      case Step.Sleep(int millis) -> Tasks.sleep(Duration.ofMillis(millis));
      case Step.Spawn(Program program) -> {
        ProgramTask child = new ProgramTask(program);
        children.addLast(new Child(child, Tasks.spawn(child)));
        yield null;
      }
      case Step.Join() -> {
        Child first = children.pollFirst();
        yield first == null ? null : first.handle();
      }
      case Step.Send(int number) -> {
        outbox.send(number);
        yield null;
      }
      case Step.Receive() -> {
        Child first = children.peekFirst();
        yield first == null ? null : first.task().outbox.next();
      }
      case Step.WakeChild(int times) -> {
        Child first = children.peekFirst();
        for (int i = 0; first != null && i < times; i++) {
          first.task().bell.wake();
        }
        yield null;
      }
      case Step.AbortLast() -> {
        Child last = children.pollLast();
        if (last != null) {
          last.handle().abort();
        }
        yield null;
      }
      case Step.Complete() -> {
        left.clear();
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
