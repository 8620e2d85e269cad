package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A workload on a number of threads, and what each contender needed for it in each round.
final class Row {
  private final Workload workload;
  private final Threads threads;
  private final Map<Contender, List<Sample>> samples = new EnumMap<>(Contender.class);

  Row(Workload workload, Threads threads) {
    this.workload = workload;
    this.threads = threads;
  }

  Workload workload() {
    return workload;
  }

  Threads threads() {
    return threads;
  }

  void add(Contender contender, Sample sample) {
    samples.computeIfAbsent(contender, _ -> new ArrayList<>()).add(sample);
  }

  /// Those who were measured, ours first.
  List<Contender> contenders() {
    return List.copyOf(samples.keySet());
  }

  /// In the order of the rounds.
  List<Sample> samples(Contender contender) {
    return List.copyOf(samples.getOrDefault(contender, List.of()));
  }

  /// The middle of the rounds: of an even number, the mean of the two in the middle.
  double median(Contender contender, ToDoubleFunction<Sample> what) {
    double[] sorted = samples(contender).stream().mapToDouble(what).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException(contender.title() + " was not measured in " + this);
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// How many times more this contender needed than we did: above 1 we are ahead. From the medians.
  double ratio(Contender contender) {
    Figure figure = workload.figure();
    return median(contender, figure::of) / median(Contender.WAKEROBIN, figure::of);
  }

  /// The smallest and the largest of the ratios within one round: how far to trust the median.
  double[] spread(Contender contender) {
    List<Sample> ours = samples(Contender.WAKEROBIN);
    List<Sample> theirs = samples(contender);
    double[] ratios = new double[Math.min(ours.size(), theirs.size())];
    Figure figure = workload.figure();
    Arrays.setAll(ratios, i -> figure.of(theirs.get(i)) / figure.of(ours.get(i)));
    Arrays.sort(ratios);
    return new double[] {ratios[0], ratios[ratios.length - 1]};
  }

  /// The ratio to the peer that did best; empty if there was none.
  Optional<Double> ratioToBestPeer() {
    return contenders().stream().filter(Contender::isPeer).map(this::ratio).min(Double::compare);
  }

  @Override
  public String toString() {
    return workload.word() + ", " + threads.word();
  }
}
