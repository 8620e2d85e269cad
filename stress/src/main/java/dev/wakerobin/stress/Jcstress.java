package dev.wakerobin.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/// Runs jcstress in a process of its own, and reads what it has found from its file.
final class Jcstress {
  private final Path folder;
  private final Depth depth;

  /// @param folder where its files go; what is in there is deleted
  Jcstress(Path folder, Depth depth) {
    this.folder = folder;
    this.depth = depth;
  }

  List<Result> run(List<MemoryTest> tests) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    deleteResults();
    Path log = folder.resolve("jcstress.log");
    Process process =
        new ProcessBuilder(command(tests))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.waitFor(); // It fails whenever something forbidden was seen: we look ourselves.
    Map<String, List<TestResult>> byTest = read();
    List<Result> results = new ArrayList<>();
    for (MemoryTest test : tests) {
      List<TestResult> runs = byTest.get(test.test().getName());
      if (runs == null) {
        throw new IOException("jcstress has no result of " + test.test() + ": see " + log);
      }
      results.add(result(test, runs));
    }
    return results;
  }

  private List<String> command(List<MemoryTest> tests) {
    String names =
        tests.stream()
            .map(test -> Pattern.quote(test.test().getName()) + "$")
            .collect(Collectors.joining("|"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "org.openjdk.jcstress.Main",
        "-t",
        names,
        "-m",
        "quick",
        "-sc",
        "false",
        "-time",
        String.valueOf(depth.jcstressMillis()),
        "-r",
        folder.resolve("html").toString());
  }

  private void deleteResults() throws IOException {
    for (Path file : resultFiles()) {
      Files.delete(file);
    }
  }

  private List<Path> resultFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".bin.gz")).toList();
    }
  }

  private Map<String, List<TestResult>> read() throws IOException {
    Map<String, List<TestResult>> byTest = new HashMap<>();
    for (Path file : resultFiles()) {
      DiskReadCollector reader =
          new DiskReadCollector(
              file.toString(),
              result ->
                  byTest.computeIfAbsent(result.getName(), _ -> new ArrayList<>()).add(result));
      try {
        reader.dump();
      } catch (ClassNotFoundException e) {
        throw new IOException("cannot read " + file, e);
      } finally {
        reader.close();
      }
    }
    return byTest;
  }

  private static Result result(MemoryTest test, List<TestResult> runs) {
    long samples = runs.stream().mapToLong(TestResult::getTotalCount).sum();
    Map<String, Long> forbidden = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (TestResult run : runs) {
      run.grading().gradingResults.values().stream()
          .filter(graded -> graded.expect == Expect.FORBIDDEN && graded.count > 0)
          .forEach(graded -> forbidden.merge(graded.id, graded.count, Long::sum));
      problems.addAll(run.getMessages());
    }
    String evidence =
        forbidden.entrySet().stream()
            .map(each -> "(" + each.getKey() + ") came out " + each.getValue() + " times")
            .sorted()
            .collect(Collectors.joining(", "));
    return new Result(
        test,
        !forbidden.isEmpty() || !problems.isEmpty(),
        "%,d samples in %d configurations".formatted(samples, runs.size()),
        problems.isEmpty() ? evidence : evidence + String.join("\n", problems));
  }
}
