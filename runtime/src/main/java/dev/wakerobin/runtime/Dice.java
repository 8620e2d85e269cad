package dev.wakerobin.runtime;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers drawn from the runtime's seed, one sequence for all tasks: equal seed and equal order of
/// draws give equal numbers.
///
/// It is SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”,
/// 2014): its state is a counter, so any number of threads may draw at once.
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final AtomicLong state;

  Dice(long seed) {
    this.state = new AtomicLong(seed);
  }

  /// From zero to below the bound. The bias of taking the high bits is below one in 2³² ÷ bound.
  int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("there must be a choice of 1 or more, not of " + bound);
    }
    long high = mix(state.addAndGet(GOLDEN_GAMMA)) >>> 32;
    return (int) ((high * bound) >>> 32);
  }

  private static long mix(long counter) {
    long mixed = (counter ^ (counter >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
