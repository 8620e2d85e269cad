package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Timers.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// So many timers that cancelled ones have to be thrown out, which a few never come to.
class ManyTimersProperties {
  private final ManualClock clock = Clock.manual();
  private final Timers timers = Seams.timers(new RuntimeClock(clock));
  private final List<Long> fired = new ArrayList<>();

  @Property(tries = 200)
  void those_not_cancelled_fire_in_order_whichever_were_cancelled(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 2_000) int count,
      @ForAll @DoubleRange(min = 0, max = 1) double cancelled) {
    Random random = new Random(seed);
    fired.clear();
    List<Timer> set = setAtRandom(count, random);
    List<Timer> left = new ArrayList<>();
    for (Timer each : set) {
      if (random.nextDouble() < cancelled) {
        timers.cancel(each);
      } else {
        left.add(each);
      }
    }
    // Some change their minds: a cancelled one may still be in the heap, or be thrown out by now.
    for (Timer each : set) {
      if (!left.contains(each) && random.nextInt(4) == 0) {
        timers.set(each, noting(each));
        left.add(each);
      }
    }
    left.sort(Comparator.comparingLong((Timer t) -> t.deadline).thenComparingLong(t -> t.number));
    assertThat(timers.size()).isEqualTo(left.size());
    assertThat(timers.nextDeadline())
        .isEqualTo(left.isEmpty() ? Timers.NEVER : left.getFirst().deadline);

    fireAllInSteps(random);
    assertThat(fired).containsExactlyElementsOf(left.stream().map(each -> each.number).toList());
    assertThat(timers.size()).isZero();
  }

  private List<Timer> setAtRandom(int count, Random random) {
    long now = clock.nanoTime();
    List<Timer> set = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      set.add(timers.newTimer(now + 1 + random.nextInt(count))); // So dense that many are equal.
    }
    Collections.shuffle(set, random);
    set.forEach(each -> timers.set(each, noting(each)));
    return set;
  }

  private Waker noting(Timer timer) {
    return () -> fired.add(timer.number);
  }

  private void fireAllInSteps(Random random) {
    while (timers.nextDeadline() != Timers.NEVER) {
      clock.advance(Duration.ofNanos(random.nextInt(100)));
      timers.fireDue();
    }
  }

  @Test
  void no_memory_is_kept_for_cancelled_ones() {
    List<Timer> set = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Timer each = timers.newTimer(1 + i);
      timers.set(each, noting(each));
      set.add(each);
    }
    assertThat(timers.capacity()).isBetween(100_000, 200_000);
    set.reversed().subList(0, 99_999).forEach(timers::cancel); // From the latest on.
    assertThat(timers.size()).isEqualTo(1);
    assertThat(timers.capacity()).isLessThan(200);
    assertThat(timers.nextDeadline()).isEqualTo(1);
  }

  @Test
  void no_memory_is_kept_for_fired_ones() {
    LongStream.rangeClosed(1, 100_000)
        .mapToObj(timers::newTimer)
        .forEach(each -> timers.set(each, noting(each)));
    clock.advance(Duration.ofNanos(100_000));
    assertThat(timers.fireDue()).isEqualTo(100_000);
    assertThat(timers.capacity()).isLessThan(200);
    assertThat(fired).isSorted().hasSize(100_000);
  }

  @Test
  void setting_and_cancelling_the_same_few_for_ever_costs_no_memory() {
    Timer far = timers.newTimer(1_000_000_000);
    timers.set(far, noting(far));
    for (int i = 0; i < 100_000; i++) {
      Timer each = timers.newTimer(2_000_000_000L + i);
      timers.set(each, noting(each));
      timers.cancel(each);
    }
    assertThat(timers.capacity()).isLessThan(200);
    assertThat(timers.size()).isEqualTo(1);
  }
}
