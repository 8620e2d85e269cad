package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.testkit.Patience;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Two tasks that take turns, as a sender and its receiver do: the first wakes the second, and
/// yields. They share a worker as long as it is brisk, and so it is by the clock of these tests,
/// which stands still.
class PairTest {
  private static final int TURNS = 1_000;

  private final AtomicInteger unparks = new AtomicInteger();
  private WorkStealingScheduler scheduler = start(FakeContext.working(2));

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void nobody_is_called_for_two_that_take_turns_on_a_brisk_worker() {
    scheduler.close();
    scheduler = start(FakeContext.working(2).parkingIn(parker -> new Watched(parker, unparks)));
    int[] unparksAt = new int[3 * TURNS + 1];
    First first =
        new First(
            3 * TURNS,
            turn -> {
              if (turn == TURNS) {
                Patience.await("the other worker to sleep", () -> scheduler.idle().anyAsleep());
              }
              unparksAt[turn] = unparks.get();
              return Coded.named("the second");
            });
    scheduler.schedule(first);
    first.awaitEnded();
    assertThat(unparksAt[3 * TURNS]).isEqualTo(unparksAt[2 * TURNS]);
  }

  /// Now and then the sleeper is told to watch just when it has seen that it must not sleep yet.
  @RepeatedTest(30)
  void if_the_second_stays_in_its_turn_a_sleeper_takes_the_first() {
    First[] first = new First[1];
    Coded stays = new Coded("the second", () -> first[0].awaitEnded());
    first[0] =
        new First(TURNS + 1, turn -> turn == TURNS ? stays : Coded.named("a turn of the second"));
    scheduler.schedule(first[0]);
    stays.awaitEnded();
  }

  private static WorkStealingScheduler start(FakeContext context) {
    return new WorkStealingScheduler(context, () -> 0);
  }

  /// Schedules the second one, which so goes into the slot, and then itself.
  private final class First implements ReadyTask {
    private final int turns;
    private final IntFunction<Coded> second;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int turn;

    First(int turns, IntFunction<Coded> second) {
      this.turns = turns;
      this.second = second;
    }

    @Override
    public TaskId id() {
      return new TaskId(1, "the first");
    }

    @Override
    public void run() {
      turn++;
      Coded woken = second.apply(turn);
      if (turn < turns) {
        scheduler.schedule(woken);
        scheduler.schedule(this);
      } else {
        ended.countDown();
      }
    }

    void awaitEnded() {
      Patience.await("the last turn of the first", () -> ended.getCount() == 0);
    }
  }

  /// Counts who is called; and whoever watches the slots sleeps as long as nobody calls.
  private record Watched(Parker plain, AtomicInteger unparks) implements Parker {
    @Override
    public void park() {
      plain.park();
    }

    @Override
    public void parkNanos(long nanos) {
      plain.park();
    }

    @Override
    public void unpark() {
      unparks.incrementAndGet();
      plain.unpark();
    }

    @Override
    public void serveEvents() {}
  }
}
