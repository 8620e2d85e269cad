package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StallsTest {

  /// Stands for a foreign thread that rings its bell, and drops it, just after the runtime has seen
  /// that all stand still, and before it asks the garbage collector who could still ring.
  private static final class LateBell implements VirtualClock.Host {
    private @Nullable Waker bell;
    private int questions;
    private long firstLook;

    @Override
    public boolean isIdle() {
      return true;
    }

    /// Asked last, by turns: in order to jump, and in order to declare a stall.
    @Override
    public OptionalLong nanosToNextDeadline() {
      questions++;
      if (questions == 2) {
        firstLook = System.nanoTime();
      } else if (questions % 2 == 0
          && System.nanoTime() - firstLook >= Stalls.FIRST_WAIT_NANOS
          && bell != null) {
        bell.wake();
        bell = null;
      }
      return OptionalLong.empty();
    }
  }

  @Test
  void a_waker_that_is_rung_and_dropped_while_a_stall_is_looked_for_is_no_stall() throws Exception {
    VirtualClock clock = Clock.virtual();
    LateBell late = new LateBell();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new ScriptedScheduler())
            .parallelism(1)
            .clock(clock)
            .tracking(true)
            .build()) {
      clock.enter(late);
      boolean[] asked = {false};
      Unit rung =
          runtime.blockOn(
              context -> {
                if (asked[0]) {
                  return Poll.ready();
                }
                asked[0] = true;
                late.bell = context.waker();
                return Poll.pending();
              });
      assertThat(rung).isEqualTo(Unit.UNIT);
    }
  }
}
