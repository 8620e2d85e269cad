package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Against arithmetic that has no rims, cut to what fits.
class NanosProperties {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  @Property
  void a_sum_ends_at_the_rims(@ForAll long a, @ForAll long b) {
    BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
    assertThat(Nanos.plus(a, b)).isEqualTo(cut(sum));
  }

  @Property
  void a_duration_ends_at_the_rims(@ForAll long seconds, @ForAll int nanos) {
    BigInteger exact =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(nanos));
    if (seconds < Long.MAX_VALUE - 3 && seconds > Long.MIN_VALUE + 3) {
      assertThat(Nanos.of(Duration.ofSeconds(seconds, nanos))).isEqualTo(cut(exact));
    }
  }

  @Test
  void at_the_rims() {
    assertThat(Nanos.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))).isEqualTo(Long.MAX_VALUE);
    assertThat(Nanos.of(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    assertThat(Nanos.of(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThat(Nanos.of(Duration.ofNanos(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    assertThat(Nanos.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(Nanos.plus(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
    assertThat(Nanos.plus(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(-1);
  }

  private static long cut(BigInteger exact) {
    return exact.min(MOST).max(LEAST).longValueExact();
  }
}
