package dev.wakerobin.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program in `benchmarks/tokio`: built with the packaged crates if they are there, and run
/// once for each measurement.
final class Tokio {
  /// Where Debian's packages of crates put their sources.
  private static final Path CRATES = Path.of("/usr/share/cargo/registry");

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\{\"nanos\":([0-9.]+),\"cpuNanos\":([0-9.]+),\"p99LateNanos\":(-?[0-9.]+)}");

  private final Path program;

  private Tokio(Path program) {
    this.program = program;
  }

  /// Builds it.
  ///
  /// @param folder that of the Rust program
  /// @param target where Cargo puts what it makes
  /// @throws Absent if it cannot be built here: why, and what to do about it
  static Tokio build(Path folder, Path target) throws Absent, InterruptedException {
    if (!Files.isDirectory(CRATES)) {
      throw new Absent(
          "there is no " + CRATES + ": on Debian, install librust-tokio-dev and cargo");
    }
    try {
      Process cargo =
          new ProcessBuilder(
                  "cargo",
                  "build",
                  "--release",
                  "--offline",
                  "--quiet",
                  "--target-dir",
                  "" + target)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String output = outputOf(cargo);
      if (cargo.waitFor() != 0) {
        throw new Absent("cargo could not build " + folder + ":\n" + output.strip());
      }
    } catch (IOException noCargo) {
      throw new Absent("there is no cargo to run: on Debian, install librust-tokio-dev and cargo");
    }
    return new Tokio(target.resolve("release/wakerobin-bench"));
  }

  /// One measurement; empty if the program has no version of that workload.
  Optional<Sample> measure(Row row) {
    try {
      Process process =
          new ProcessBuilder(
                  List.of(program.toString(), row.workload().word(), row.threads().word()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = outputOf(process);
      int exit = process.waitFor();
      Matcher answer = ANSWER.matcher(output.strip());
      if (exit == 3) {
        return Optional.empty();
      }
      if (exit != 0 || !answer.matches()) {
        throw new IllegalStateException(
            "%s ended with %d on %s and said: %s".formatted(program, exit, row, output));
      }
      return Optional.of(
          new Sample(
              Double.parseDouble(answer.group(1)),
              Double.parseDouble(answer.group(2)),
              Sample.UNKNOWN,
              Double.parseDouble(answer.group(3))));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(program + " could not be run for " + row, failed);
    }
  }

  private static String outputOf(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// There is no Tokio here to compare with.
  static final class Absent extends Exception {
    private static final long serialVersionUID = 1L;

    Absent(String reason) {
      super(reason);
    }
  }
}
