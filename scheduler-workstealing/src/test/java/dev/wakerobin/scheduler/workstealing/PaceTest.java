package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// A worker is brisk if the polls between two looks took less than ten microseconds on average.
class PaceTest {

  @Property
  void the_average_between_two_looks_decides(
      @ForAll long beginNanos,
      @ForAll int beginPolls,
      @ForAll @LongRange(max = 1_000_000) long nanos,
      @ForAll @IntRange(max = 61) int polls) {
    Pace pace = new Pace();
    pace.look(beginNanos, beginPolls);
    pace.look(beginNanos + nanos, beginPolls + polls); // Both may overflow.
    assertThat(pace.isBrisk()).isEqualTo(nanos < polls * Pace.BRISK_NANOS);
  }

  @Property
  void only_the_last_two_looks_count(@ForAll @IntRange(max = 1_000) int slowLooks) {
    Pace pace = new Pace();
    long now = 0;
    int polls = 0;
    for (int i = 0; i < slowLooks; i++) {
      now += 61 * Pace.BRISK_NANOS;
      polls += 61;
      pace.look(now, polls);
      assertThat(pace.isBrisk()).isFalse();
    }
    pace.look(now + 1, polls + 61);
    assertThat(pace.isBrisk()).isTrue();
  }
}
