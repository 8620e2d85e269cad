package dev.wakerobin.stress;

/// How much to try: a share of what fits into ten minutes on two processors.
record Depth(double share) {
  private static final double WHOLE_MINUTES = 10;
  private static final int FORKS_MILLIS = 600; // Of one iteration of jcstress, in a whole run.

  static Depth ofMinutes(double minutes) {
    return new Depth(minutes / WHOLE_MINUTES);
  }

  /// How many interleavings to try. A weakened variant gets its whole budget always, for it ends
  /// as soon as it is caught.
  int invocations(Model model) {
    return model.weakened()
        ? model.invocations()
        : Math.max(100, (int) (model.invocations() * share));
  }

  /// How many of something to try, of which there are so many in a whole run.
  int of(int whole) {
    return Math.max(1, (int) (whole * share));
  }

  int jcstressMillis() {
    return Math.clamp((int) (FORKS_MILLIS * share), 100, 10_000);
  }
}
