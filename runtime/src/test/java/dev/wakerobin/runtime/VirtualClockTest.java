package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualClockTest {
  private static final long FIRST = Duration.ofMillis(5).toNanos();
  private static final long SECOND = Duration.ofMillis(20).toNanos();

  private final VirtualClock clock = Clock.virtual();

  /// A runtime with one worker, who sleeps until the next of these deadlines and then has work.
  private final class OneWorker implements VirtualClock.Host {
    private final Deque<Long> deadlines = new ArrayDeque<>(List.of(FIRST, SECOND));
    private Runnable afterLooking = () -> {};
    private boolean awake;

    @Override
    public boolean isIdle() {
      boolean idle;
      synchronized (this) {
        idle = !awake && deadlines.element() > clock.nanoTime();
      }
      Runnable then = afterLooking;
      afterLooking = () -> {};
      then.run();
      return idle;
    }

    @Override
    public synchronized OptionalLong nanosToNextDeadline() {
      return OptionalLong.of(deadlines.element() - clock.nanoTime());
    }

    synchronized void serve() {
      deadlines.remove();
      awake = true;
    }
  }

  /// The second one looks while the first one is about to jump.
  @Test
  void of_two_threads_that_see_that_all_sleep_one_jumps() throws InterruptedException {
    OneWorker host = new OneWorker();
    clock.enter(host);
    Runnable jumpAndServe =
        () -> {
          if (clock.jumpIfIdle()) {
            host.serve();
          }
        };
    Thread other = new Thread(jumpAndServe);
    host.afterLooking =
        () -> {
          other.start();
          while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
        };
    jumpAndServe.run();
    other.join();
    assertThat(clock.nanoTime()).isEqualTo(FIRST);
    assertThat(host.deadlines).containsExactly(SECOND);
  }
}
