package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.Findings;
import dev.wakerobin.benchmarks.contenders.Threads;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Has JMH make one measurement.
final class Jmh {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Pace pace;

  Jmh(Pace pace) {
    this.pace = pace;
  }

  Sample measure(Workload workload, Contender contender, Threads threads) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(
                "^" + Pattern.quote(workload.type().getName() + "." + contender.version()) + "$")
            .param("threads", threads.name())
            .mode(workload.figure() == Figure.BYTES ? Mode.SingleShotTime : Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .warmupIterations(
                workload.repeats() ? pace.warmups() : workload.figure() == Figure.BYTES ? 0 : 1)
            .warmupTime(TimeValue.milliseconds(pace.each().toMillis()))
            .measurementIterations(workload.repeats() ? pace.iterations() : 1)
            .measurementTime(TimeValue.milliseconds(pace.each().toMillis()))
            .forks(pace.forks())
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .addProfiler(FindingsProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgs(Flags.ofForks().toArray(String[]::new));
    Collection<RunResult> results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new IllegalStateException(
          "JMH ran %d benchmarks for %s, %s on %s, and it should be one"
              .formatted(results.size(), contender.title(), workload.word(), threads.word()));
    }
    return sample(results.iterator().next());
  }

  private static Sample sample(RunResult result) {
    Map<String, ? extends Result<?>> others = secondaries(result);
    return new Sample(
        result.getPrimaryResult().getScore(),
        scoreOf(others, CpuProfiler.LABEL),
        scoreOf(others, others.containsKey(Findings.LIVE_BYTES) ? Findings.LIVE_BYTES : ALLOCATION),
        scoreOf(others, Findings.P99_LATE));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // JMH gives raw results.
  private static Map<String, ? extends Result<?>> secondaries(RunResult result) {
    return (Map) result.getSecondaryResults();
  }

  private static double scoreOf(Map<String, ? extends Result<?>> results, String label) {
    Result<?> found = results.get(label);
    return found == null ? Sample.UNKNOWN : found.getScore();
  }
}
