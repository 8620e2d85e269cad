package dev.wakerobin.tutorial;

/// For claims about time, made on machines where others are at work too.
///
/// A machine may stand still for a second, and then a measurement says nothing. So such a claim has
/// to come true in one of a few runs. That is safe only for claims that, if they were wrong, would
/// be wrong in every run.
public final class Patience {
  private static final int RUNS = 5;

  private Patience() {}

  /// A run and what is claimed about it.
  @FunctionalInterface
  public interface Claim {
    /// Fails if the claim does not hold this time.
    void check() throws Exception;
  }

  /// Fails if the claim does not hold in any of a few runs.
  public static void inOneOfAFewRuns(Claim claim) throws Exception {
    for (int run = 1; run < RUNS; run++) {
      try {
        claim.check();
        return;
      } catch (AssertionError _) {
        // Not this time.
      }
    }
    claim.check();
  }
}
