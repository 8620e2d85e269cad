package dev.wakerobin.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// Where it was measured.
///
/// @param processors how many the JVM sees
/// @param system its name and processor
/// @param jdk name and version
/// @param flags what the measuring JVMs were started with
/// @param load the average number of runnable threads, ours among them; negative if not known
record Machine(int processors, String system, String jdk, String flags, double load) {

  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        String.join(" ", Flags.MEASURING),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /// Whether others are at work as well, so that figures are to be taken with care.
  boolean isBusy() {
    return load > processors;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d processors, %s, %s, load %.1f", processors, system, jdk, load);
  }
}
