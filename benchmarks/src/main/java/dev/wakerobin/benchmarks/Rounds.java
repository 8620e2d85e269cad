package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/// Measures everything, and then everything again. In each round the contenders of a row come right
/// after one another, so that whatever else the machine does meanwhile happens to all of them
/// alike.
final class Rounds {
  /// A quick run begins no round that would probably end after this.
  private static final Duration QUICK_BUDGET = Duration.ofSeconds(42);

  private final Request request;
  private final Progress progress;
  private final Optional<Tokio> tokio;
  private final long began = System.nanoTime();
  private int done;

  Rounds(Request request, Progress progress, Optional<Tokio> tokio) {
    this.request = request;
    this.progress = progress;
    this.tokio = tokio;
  }

  /// How many rounds were measured.
  int done() {
    return done;
  }

  /// Measures.
  ///
  /// @param afterEach is given what there is after each round, so that a long run that is broken
  ///     off leaves something
  List<Row> run(AfterRound afterEach) throws RunnerException, IOException {
    List<Row> rows = rows();
    int cells = cells(rows);
    Jmh jmh = new Jmh(request.quick() ? Pace.quick(cells) : Pace.FULL);
    if (request.quick()) {
      measure(new Jmh(Pace.warmUp(cells)), rows(), "warming up");
    }
    long longest = 0;
    do {
      long start = System.nanoTime();
      done++;
      measure(jmh, rows, "round %d of %d".formatted(done, request.rounds()));
      longest = Math.max(longest, System.nanoTime() - start);
      afterEach.keep(rows);
    } while (done < request.rounds() && hasTimeFor(longest));
    progress.end();
    return rows;
  }

  private boolean hasTimeFor(long nanos) {
    return !request.quick() || System.nanoTime() - began + nanos < QUICK_BUDGET.toNanos();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Threads threads : request.quick() ? List.of(Threads.MULTI) : both()) {
      request.workloads().forEach(workload -> rows.add(new Row(workload, threads)));
    }
    return rows;
  }

  private static int cells(List<Row> rows) {
    return rows.stream()
        .mapToInt(
            row ->
                (int)
                    Arrays.stream(Contender.values())
                        .filter(each -> each.runsIn(row.workload(), row.threads()))
                        .count())
        .sum();
  }

  private static List<Threads> both() {
    return Arrays.asList(Threads.values());
  }

  private void measure(Jmh jmh, List<Row> rows, String title) throws RunnerException {
    for (Row row : rows) {
      for (Contender contender : Contender.values()) {
        if (contender.runsIn(row.workload(), row.threads())) {
          progress.show(title + ": " + row + ", " + contender.title());
          row.add(contender, jmh.measure(row.workload(), contender, row.threads()));
        } else if (contender == Contender.TOKIO && tokio.isPresent()) {
          progress.show(title + ": " + row + ", " + contender.title());
          tokio.get().measure(row).ifPresent(sample -> row.add(contender, sample));
        }
      }
    }
  }

  /// What is done with the rows after a round.
  interface AfterRound {
    void keep(List<Row> rows) throws IOException;
  }
}
