package dev.wakerobin.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The results, as a page of `docs/`.
final class Report {
  private Report() {}

  static void write(Path file, List<Result> results, String took) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
            """
            # Model checking, memory order and the lowering: the last results

            Written by `./wakerobin stress`, so do not edit it. Interleavings are tried by Lincheck, which assumes sequential
            consistency; samples are counted by jcstress, on the hardware. The corpus is whole libraries in which every call is
            awaited, and random programs. A weakened variant is a copy with one
            step done wrong: it has to be caught, which shows that the check above it can fail.

            """)
        .append("- ")
        .append(Instant.now().truncatedTo(ChronoUnit.MINUTES))
        .append(", ")
        .append(took)
        .append("\n- ")
        .append(machine())
        .append("\n- ")
        .append(summary(results))
        .append("\n\n| what | says | tried | verdict |\n|---|---|---|---|\n");
    for (Result result : results) {
      page.append(row(result)).append('\n');
    }
    Files.writeString(file, page);
  }

  static String summary(List<Result> results) {
    long real = results.stream().filter(each -> !each.check().weakened()).count();
    long holds = results.stream().filter(each -> !each.check().weakened() && each.isGood()).count();
    long weakened = results.size() - real;
    long caught = results.stream().filter(each -> each.check().weakened() && each.isGood()).count();
    return "holds: %d of %d; weakened: %d of %d caught".formatted(holds, real, caught, weakened);
  }

  private static String row(Result result) {
    Check check = result.check();
    String says = check.weakened() ? "weakened: " + check.says() : check.says();
    String tried = result.count();
    if (check instanceof MemoryTest && result.failed()) {
      tried += ": " + result.evidence();
    }
    return "| `%s` | %s | %s | %s |"
        .formatted(check.subject().replace(", ", "`, `"), says, tried, result.verdict());
  }

  private static String machine() {
    return "%s %s, %s %s, %d processors"
        .formatted(
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }
}
