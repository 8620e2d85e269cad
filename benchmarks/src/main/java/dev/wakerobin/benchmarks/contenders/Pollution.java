package dev.wakerobin.benchmarks.contenders;

import dev.wakerobin.benchmarks.Workload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;

/// Runs every workload before one is measured. A JVM that has seen one kind of future calls its
/// `poll` directly and inlines it, which no real program gives it the chance to do: it has many.
/// So each contender is measured in a JVM that has seen all there is to run on it.
final class Pollution {
  private static final long NANOS_EACH = 30_000_000;

  /// The kinds of rigs this JVM has seen. Guarded by itself.
  private static final Set<Class<?>> SEEN = new HashSet<>();

  private Pollution() {}

  static void onceOn(Rig rig) throws Exception {
    synchronized (SEEN) {
      if (!SEEN.add(rig.getClass())) {
        return;
      }
    }
    for (Workload workload : Workload.values()) {
      if (workload.repeats()) {
        for (Method version : workload.type().getMethods()) {
          if (isFor(rig, version)) {
            runFor(NANOS_EACH, version, workload, rig);
          }
        }
      }
    }
  }

  private static boolean isFor(Rig rig, Method version) {
    return version.isAnnotationPresent(Benchmark.class)
        && version.getParameterTypes()[0].isInstance(rig);
  }

  private static void runFor(long nanos, Method version, Workload workload, Rig rig)
      throws Exception {
    Object itself = workload.type().getConstructor().newInstance();
    long began = System.nanoTime();
    try {
      do {
        version.invoke(itself, rig);
      } while (System.nanoTime() - began < nanos);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(workload.word() + " failed on " + rig, failed.getCause());
    }
  }
}
