package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.Findings;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Hands on what workloads have measured by themselves.
public final class FindingsProfiler implements InternalProfiler {
  /// Made by JMH.
  public FindingsProfiler() {}

  @Override
  public String getDescription() {
    return "what workloads measure by themselves";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Findings.take();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Findings.take().entrySet().stream()
        .<Result<?>>map(
            entry -> new ScalarResult(entry.getKey(), entry.getValue(), "", AggregationPolicy.AVG))
        .toList();
  }
}
