package dev.wakerobin.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/// What a JVM that measures is started with.
final class Flags {
  /// The heap is touched before it counts, and large enough that the collector comes seldom. The
  /// script starts the one JVM of `--quick` with the same.
  static final List<String> MEASURING =
      List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC");

  private Flags() {}

  /// The same modules as this JVM's, and as named modules, which JMH by itself would not see to.
  static List<String> ofForks() {
    return Stream.concat(
            MEASURING.stream(),
            Stream.of(
                "--module-path=" + System.getProperty("jdk.module.path"),
                "--add-modules=ALL-MODULE-PATH",
                "--sun-misc-unsafe-memory-access=allow"))
        .toList();
  }
}
