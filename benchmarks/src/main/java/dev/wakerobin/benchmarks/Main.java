package dev.wakerobin.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/// `./wakerobin bench`: reads what was typed, runs the rounds, shows how we stand.
public final class Main {
  private final PrintStream out = System.out;
  private final Path root;
  private final Request request;

  private Main(Path root, Request request) {
    this.root = root;
    this.request = request;
  }

  /// The first argument is the folder of the project, the others are what was typed.
  public static void main(String[] words) throws Exception {
    List<String> typed = Arrays.asList(words).subList(1, words.length);
    if (typed.contains("--help") || typed.contains("-h")) {
      System.out.print(Request.HELP);
      return;
    }
    try {
      new Main(Path.of(words[0]), Request.of(typed)).run();
      // Kotlin's and JMH's threads need not be waited for.
      System.exit(0);
    } catch (Request.Complaint complaint) {
      System.err.println(complaint.getMessage());
      System.exit(2);
    }
  }

  private void run() throws RunnerException, IOException, InterruptedException {
    // One run of JMH a machine is a good rule, but here two users must not wait for each other.
    System.setProperty("jmh.ignoreLock", "true");
    Machine machine = Machine.here();
    out.println(machine);
    if (machine.isBusy()) {
      out.println("The machine is busy: trust the ratios, and them only so far.");
    }
    out.println(
        request.quick()
            ? "All in one JVM that has run every workload first: a first impression."
            : "A JVM for each measurement, which has run every workload first.");
    Path target = root.resolve("benchmarks/target");
    Rounds rounds =
        new Rounds(request, new Progress(System.err, System.console() != null), tokio(target));
    Path file = target.resolve("bench/results.json");
    List<Row> rows = rounds.run(soFar -> JsonFile.write(file, request, machine, soFar));
    out.print(Table.of(rows));
    out.printf(
        "%nMedians per operation, rounds: %d; above 1 a peer takes longer than Wakerobin.%n",
        rounds.done());
    out.println("All samples are in " + root.relativize(file) + ".");
    out.println(Standing.of(rows));
  }

  private Optional<Tokio> tokio(Path target) throws InterruptedException {
    if (request.quick()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Tokio.build(root.resolve("benchmarks/tokio"), target.resolve("tokio")));
    } catch (Tokio.Absent absent) {
      out.println("Without Tokio: " + absent.getMessage());
      return Optional.empty();
    }
  }
}
