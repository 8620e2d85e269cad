package dev.wakerobin.trace;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Tasks that ring each other's bells at random, also during polls, so that every kind of race
/// comes up.
final class Storm implements Future<Unit> {
  private final int tasks;
  private final int polls;
  private final long seed;
  private final AtomicReferenceArray<Waker> bells;
  private final List<JoinHandle<Unit>> handles = new ArrayList<>();

  Storm(int tasks, int polls, long seed) {
    this.tasks = tasks;
    this.polls = polls;
    this.seed = seed;
    this.bells = new AtomicReferenceArray<>(tasks);
  }

  /// Runs one on the runtime and closes it. Some tasks are still asleep then.
  static Trace run(AsyncRuntime runtime, TraceRecorder recorder, Storm storm)
      throws InterruptedException {
    try (runtime) {
      runtime.blockOn(storm);
    }
    return recorder.trace();
  }

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    if (handles.isEmpty()) {
      for (int i = 0; i < tasks; i++) {
        handles.add(Tasks.spawn("storm " + i, new Ringing(i)));
      }
    }
    for (JoinHandle<Unit> handle : handles) {
      if (!handle.poll(context).isReady()) {
        return Poll.pending();
      }
    }
    return Poll.ready();
  }

  private final class Ringing implements Future<Unit> {
    private final int number;
    private final Random random;
    private int left = polls;

    Ringing(int number) {
      this.number = number;
      this.random = new Random(seed + number);
    }

    @Override
    public Poll<Unit> poll(Context context) {
      bells.set(number, context.waker());
      if (left-- == 0) {
        return Poll.ready();
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        Waker other = bells.get(random.nextInt(tasks));
        if (other != null) {
          other.wake();
        }
      }
      context.waker().wake(); // So that it ends in any case.
      return Poll.pending();
    }
  }
}
