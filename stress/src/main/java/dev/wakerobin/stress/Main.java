package dev.wakerobin.stress;

import dev.wakerobin.runtime.RuntimeChecks;
import dev.wakerobin.scheduler.basic.BasicChecks;
import dev.wakerobin.scheduler.workstealing.WorkStealingChecks;
import dev.wakerobin.sync.SyncChecks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Runs the checks, all or those that a word chooses, and ends with an error if a real class fails
/// one or a weakened variant escapes. A run of all of them leaves its results in `docs/stress.md`.
public final class Main {
  private static final String USAGE =
      """
      usage: ./wakerobin stress [--quick | --minutes M] [WORD]
        WORD chooses the checks with that word in their class or their sentence
      """;

  private final PrintStream out = System.out;
  private final Path root;
  private final Depth depth;
  private final String word;

  private Main(Path root, Depth depth, String word) {
    this.root = root;
    this.depth = depth;
    this.word = word;
  }

  /// The first argument is the folder of the project, the others are what was typed.
  public static void main(String[] words) throws Exception {
    double minutes = 10;
    String word = "";
    try {
      for (int i = 1; i < words.length; i++) {
        switch (words[i]) {
          case "--quick" -> minutes = 2;
          case "--minutes" -> minutes = Double.parseDouble(words[++i]);
          default -> word = chosen(words[i]);
        }
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      throw complain("--minutes needs a number");
    }
    if (!(minutes > 0)) {
      throw complain("it has to be more than " + minutes + " minutes");
    }
    boolean good = new Main(Path.of(words[0]), Depth.ofMinutes(minutes), word).run();
    System.exit(good ? 0 : 1);
  }

  private static String chosen(String word) {
    if (word.startsWith("-")) {
      throw complain("no option '" + word + "'");
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException complain(String problem) {
    System.err.print("wakerobin stress: " + problem + "\n" + USAGE);
    System.exit(2);
    throw new AssertionError("unreachable");
  }

  private boolean run() throws Exception {
    List<Check> checks = all().filter(this::isChosen).toList();
    if (checks.isEmpty()) {
      throw complain("no check has the word '" + word + "' in it");
    }
    long began = System.nanoTime();
    Path folder = root.resolve("stress/target/stress");
    Files.createDirectories(folder);
    List<Result> results = new ArrayList<>();
    runCorpora(checks, folder, results);
    runModels(checks, folder, results);
    runMemoryTests(checks, folder, results);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String minutes = "took %d:%02d minutes".formatted(took.toMinutes(), took.toSecondsPart());
    if (word.isEmpty()) {
      Path page = root.resolve("docs/stress.md");
      Report.write(page, results, minutes);
      out.println("written: " + root.relativize(page));
    }
    out.println(Report.summary(results) + "; " + minutes);
    return results.stream().allMatch(Result::isGood);
  }

  private static Stream<Check> all() {
    return Stream.of(
            Corpora.all(),
            WorkStealingChecks.all(),
            BasicChecks.all(),
            RuntimeChecks.all(),
            SyncChecks.all())
        .flatMap(List::stream);
  }

  private boolean isChosen(Check check) {
    return (check.subject() + " " + check.says()).toLowerCase(Locale.ROOT).contains(word);
  }

  private void runModels(List<Check> checks, Path folder, List<Result> results) throws IOException {
    PrintStream err = System.err;
    // The checker warns of classes of the JDK that it cannot look into.
    try (PrintStream log = new PrintStream(Files.newOutputStream(folder.resolve("lincheck.log")))) {
      System.setErr(log);
      for (Check check : checks) {
        if (check instanceof Model model) {
          show(ModelChecker.run(model, depth), results);
        }
      }
    } finally {
      System.setErr(err);
    }
  }

  private void runCorpora(List<Check> checks, Path folder, List<Result> results) throws Exception {
    PrintStream err = System.err;
    // The libraries use what is deprecated by now.
    try (PrintStream log = new PrintStream(Files.newOutputStream(folder.resolve("corpus.log")))) {
      System.setErr(log);
      for (Check check : checks) {
        if (check instanceof Corpus corpus) {
          show(new Corpora(root).run(corpus), results);
        } else if (check instanceof Programs programs) {
          show(programs.run(depth), results);
        }
      }
    } finally {
      System.setErr(err);
    }
  }

  private void runMemoryTests(List<Check> checks, Path folder, List<Result> results)
      throws IOException, InterruptedException {
    List<MemoryTest> tests =
        checks.stream().filter(MemoryTest.class::isInstance).map(MemoryTest.class::cast).toList();
    if (!tests.isEmpty()) {
      out.println(
          "jcstress: " + tests.size() + " tests, which say nothing before they are over ...");
      for (Result result : new Jcstress(folder, depth).run(tests)) {
        show(result, results);
      }
    }
  }

  private void show(Result result, List<Result> results) {
    results.add(result);
    Check check = result.check();
    out.printf(
        "%-8s %s: %s%s (%s)%n",
        result.verdict(),
        check.subject(),
        check.weakened() ? "weakened: " : "",
        check.says(),
        result.count());
    if (!result.isGood() || check instanceof MemoryTest) {
      result
          .evidence()
          .lines()
          .takeWhile(line -> !line.startsWith("Detailed trace"))
          .forEach(line -> out.println("         " + line));
    }
  }
}
