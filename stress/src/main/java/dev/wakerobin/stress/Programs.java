package dev.wakerobin.stress;

import dev.wakerobin.async.RandomPrograms;

/// Random programs with async bodies, each run lowered and directly.
///
/// @param subject what is checked
/// @param says what holds
/// @param programs how many there are in a run of ten minutes
record Programs(String subject, String says, int programs) implements Check {

  @Override
  public boolean weakened() {
    return false;
  }

  /// Ends at the first program that differs, and says which.
  Result run(Depth depth) throws Exception {
    RandomPrograms random = new RandomPrograms();
    long first = System.nanoTime();
    int count = depth.of(programs);
    for (int i = 0; i < count; i++) {
      String difference = random.run(first + i);
      if (!difference.isEmpty()) {
        return new Result(this, true, "%,d programs".formatted(i + 1), difference);
      }
    }
    String tried =
        "%,d bodies in %,d programs, from seed %d".formatted(random.bodies(), count, first);
    return new Result(this, false, tried, "");
  }
}
