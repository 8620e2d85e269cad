package dev.wakerobin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Everything that was measured, for other programs to read: the machine, and of each row each
/// contender's samples in the order of the rounds. What is not known is null.
final class JsonFile {
  private JsonFile() {}

  static void write(Path file, Request request, Machine machine, List<Row> rows)
      throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(request, machine, rows));
  }

  static String text(Request request, Machine machine, List<Row> rows) {
    return """
        {
          "quick": %s,
          "machine": {"processors": %d, "system": %s, "jdk": %s, "flags": %s},
          "rows": [
        %s
          ]
        }
        """
        .formatted(
            request.quick(),
            machine.processors(),
            quoted(machine.system()),
            quoted(machine.jdk()),
            quoted(machine.flags()),
            rows.stream()
                .flatMap(row -> row.contenders().stream().map(each -> entry(row, each)))
                .collect(Collectors.joining(",\n")));
  }

  private static String entry(Row row, Contender contender) {
    return "    {\"workload\": \"%s\", \"threads\": \"%s\", \"contender\": \"%s\", \"samples\": [%s]}"
        .formatted(
            row.workload().word(),
            row.threads().word(),
            contender.title(),
            row.samples(contender).stream()
                .map(JsonFile::sample)
                .collect(Collectors.joining(", ")));
  }

  private static String sample(Sample sample) {
    return "{\"nanos\": %s, \"cpuNanos\": %s, \"bytes\": %s, \"p99LateNanos\": %s}"
        .formatted(
            number(sample.nanos()),
            number(sample.cpuNanos()),
            number(sample.bytes()),
            number(sample.p99LateNanos()));
  }

  private static String number(double value) {
    return value < 0 ? "null" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
