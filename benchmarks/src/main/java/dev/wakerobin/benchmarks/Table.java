package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.Threads;
import java.util.List;
import java.util.Locale;

/// The medians as text, a block for each row: ours on the first line, each peer below it.
final class Table {
  private Table() {}

  static String of(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append('\n').append(heading(row)).append('\n');
      row.contenders().forEach(contender -> text.append(line(row, contender)).append('\n'));
    }
    return text.toString();
  }

  private static String heading(Row row) {
    String threads = row.threads() == Threads.SINGLE ? "one thread" : "two workers";
    return "%-32s %9s %9s %9s   %s"
        .formatted(
            row.workload().word() + ", " + threads,
            "ns",
            "cpu ns",
            "bytes",
            switch (row.workload().figure()) {
              case WALL -> "times ours (rounds)";
              case CPU -> "times our cpu (rounds)";
              case BYTES -> "times our bytes (rounds)";
            });
  }

  private static String line(Row row, Contender contender) {
    return "  %-30s %9s %9s %9s   %s"
        .formatted(
            contender.title(),
            number(row.median(contender, Sample::nanos)),
            number(row.median(contender, Sample::cpuNanos)),
            number(row.median(contender, Sample::bytes)),
            (contender == Contender.WAKEROBIN ? "1" : comparison(row, contender))
                + lateness(row, contender))
        .stripTrailing();
  }

  private static String comparison(Row row, Contender contender) {
    if (row.samples(Contender.WAKEROBIN).isEmpty()) {
      return "";
    }
    double[] spread = row.spread(contender);
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", row.ratio(contender), spread[0], spread[1]);
  }

  private static String lateness(Row row, Contender contender) {
    double nanos = row.median(contender, Sample::p99LateNanos);
    return nanos < 0 ? "" : String.format(Locale.ROOT, ", p99 late %.2f ms", nanos / 1e6);
  }

  private static String number(double value) {
    return value < 0 ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
