package dev.wakerobin.scheduler.lab;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program made of a list of numbers: each yields, sleeps, spawns a task with the second half of
/// what is left, or joins. It touches no thread but its own.
final class Script implements Future<Unit> {
  private List<Integer> left;
  private final Deque<JoinHandle<Unit>> children = new ArrayDeque<>();
  private @Nullable Future<Unit> awaited;

  Script(List<Integer> numbers) {
    this.left = numbers;
  }

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    while (true) {
      if (awaited != null && !awaited.poll(context).isReady()) {
        return Poll.pending();
      }
      awaited = null;
      if (left.isEmpty()) {
        return Poll.ready();
      }
      int number = left.getFirst();
      left = left.subList(1, left.size());
      take(number);
    }
  }

  private void take(int number) {
    switch (number % 4) {
      case 0 -> awaited = Tasks.yieldNow();
      case 1 -> awaited = Tasks.sleep(Duration.ofMinutes(number));
      case 2 -> {
        int half = left.size() / 2;
        children.addLast(Tasks.spawn(new Script(left.subList(half, left.size()))));
        left = left.subList(0, half);
      }
      default -> awaited = children.pollFirst();
    }
  }
}
