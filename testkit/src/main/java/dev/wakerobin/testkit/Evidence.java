package dev.wakerobin.testkit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// What the tests of the contract have seen: how many cases were tried and, of rules that measure
/// something, the worst figure beside the one allowed. Rules are tested one after the other, so
/// there is one collection of it; whoever runs the tests takes it in between.
///
/// @param cases schedulers and runtimes that were made, and rounds on them that count as a case of
///     their own
/// @param worst the figure that came closest to what is allowed, or went furthest beyond it
public record Evidence(long cases, Optional<Worst> worst) {
  private static final AtomicLong CASES = new AtomicLong();
  private static final AtomicReference<Optional<Worst>> WORST =
      new AtomicReference<>(Optional.empty());

  /// A figure and its limit.
  ///
  /// @param seen in the unit of the rule: polls for S4, for instance
  /// @param allowed at most
  public record Worst(long seen, long allowed) {
    private double share() {
      return (double) seen / Math.max(1, allowed);
    }
  }

  static void addCases(long number) {
    CASES.addAndGet(number);
  }

  static void measured(long seen, long allowed) {
    Worst next = new Worst(seen, allowed);
    WORST.updateAndGet(
        worst -> worst.filter(old -> old.share() >= next.share()).or(() -> Optional.of(next)));
  }

  /// Everything since the last time, and begins anew.
  public static Evidence take() {
    return new Evidence(CASES.getAndSet(0), WORST.getAndSet(Optional.empty()));
  }
}
