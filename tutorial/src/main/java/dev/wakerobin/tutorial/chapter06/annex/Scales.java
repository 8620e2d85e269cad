package dev.wakerobin.tutorial.chapter06.annex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/// ## The scales
///
/// What a sleeper costs: the difference between a full dormitory and an empty one.
///
/// @param bytesEach of live heap; for those who do not lie there, how much the process has grown,
///     where the system tells
/// @param nanosEach from the first one's start until all were asleep, divided by their number
record Scales(OptionalLong bytesEach, long nanosEach) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int COLLECTIONS = 4;

  /// Fills the dormitory, weighs, and closes it.
  static Scales weigh(Dormitory dormitory, int sleepers) throws Exception {
    try (dormitory) {
      OptionalLong before = bytes(dormitory);
      CountDownLatch awake = new CountDownLatch(sleepers);
      long start = System.nanoTime();
      for (int i = 0; i < sleepers; i++) {
        dormitory.add(awake);
      }
      dormitory.awaitSleep(awake);
      long nanos = System.nanoTime() - start;
      OptionalLong after = bytes(dormitory);
      OptionalLong each =
          before.isEmpty() || after.isEmpty()
              ? OptionalLong.empty()
              : OptionalLong.of((after.getAsLong() - before.getAsLong()) / sleepers);
      return new Scales(each, nanos / sleepers);
    }
  }

  /// The least of this and the other one, in each figure.
  Scales least(Scales other) {
    boolean lighter = other.bytesEach.orElse(0) < bytesEach.orElse(0);
    return new Scales(lighter ? other.bytesEach : bytesEach, Math.min(nanosEach, other.nanosEach));
  }

  private static OptionalLong bytes(Dormitory dormitory) throws IOException {
    return dormitory.onHeap() ? OptionalLong.of(heap()) : process();
  }

  /// After several collections, for some objects go only when others have gone.
  private static long heap() {
    Runtime jvm = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, jvm.totalMemory() - jvm.freeMemory());
    }
    return least;
  }

  /// Linux tells it, in kilobytes. Nothing is collected before: some collectors give memory back
  /// then, and the process would seem to shrink.
  private static OptionalLong process() throws IOException {
    if (!Files.exists(STATUS)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }
}
