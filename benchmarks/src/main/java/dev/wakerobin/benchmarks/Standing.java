package dev.wakerobin.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How we stand over all rows that have a peer to compare with.
///
/// @param ahead in how many we are ahead of every peer
/// @param compared how many there are
/// @param geometricMean of the ratios to the best peer of each row; above 1 we are ahead
record Standing(int ahead, int compared, double geometricMean) {

  static Standing of(List<Row> rows) {
    double[] ratios =
        rows.stream()
            .map(Row::ratioToBestPeer)
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .toArray();
    int ahead = 0;
    double logarithms = 0;
    for (double ratio : ratios) {
      ahead += ratio > 1 ? 1 : 0;
      logarithms += Math.log(ratio);
    }
    return new Standing(ahead, ratios.length, Math.exp(logarithms / Math.max(1, ratios.length)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ahead of every peer on %d of %d workloads; geometric mean vs best peer %.2f",
        ahead,
        compared,
        geometricMean);
  }
}
