package dev.wakerobin.stress;

import dev.wakerobin.async.lowering.Driver;
import dev.wakerobin.async.lowering.LoweredLibrary;
import dev.wakerobin.async.lowering.Tally;
import dev.wakerobin.stress.corpus.CompilerProgram;
import dev.wakerobin.stress.corpus.LangProgram;
import dev.wakerobin.stress.corpus.MathProgram;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.math3.util.FastMath;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/// Runs the checks over libraries, and says which checks of the lowering there are.
final class Corpora {
  private static final String SAYS = "corpus: every call awaited, the outcome is the same";

  /// A lowered call takes six frames of a thread's stack where a plain one takes one.
  private static final long STACK_BYTES = 1L << 30;

  private static final int PROGRAMS = 60;
  private static final int DIFFERENCES_SHOWN = 3;
  private static final int WIDEST = 200;

  private final Path root;

  /// @param root the folder of the project
  Corpora(Path root) {
    this.root = root;
  }

  static List<Check> all() {
    return List.of(
        new Corpus("commons-lang3", SAYS, false, StringUtils.class, LangProgram.class),
        new Corpus(
            "commons-lang3",
            "corpus: forgets references over awaits",
            true,
            StringUtils.class,
            LangProgram.class),
        new Corpus("commons-math3", SAYS, false, FastMath.class, MathProgram.class),
        new Corpus("ecj", SAYS, false, BatchCompiler.class, CompilerProgram.class),
        new Programs("Lowering", "corpus: random programs do what they do directly", PROGRAMS));
  }

  /// Loads and verifies the whole library; then runs the program twice.
  Result run(Corpus corpus) throws IOException, InterruptedException {
    try {
      return onLargeStack(() -> compare(corpus));
    } catch (ExecutionException e) {
      return new Result(corpus, true, "broke off", String.valueOf(e.getCause()));
    }
  }

  private static Result onLargeStack(Callable<Result> check)
      throws InterruptedException, ExecutionException {
    FutureTask<Result> task = new FutureTask<>(check);
    new Thread(null, task, "corpus", STACK_BYTES).start();
    return task.get();
  }

  private Result compare(Corpus corpus) throws IOException, ReflectiveOperationException {
    Path jar = jar(corpus.inLibrary());
    List<String> plain;
    try (LoweredLibrary library = LoweredLibrary.plain(jar, Corpora::isProgram)) {
      plain = outcome(library, corpus);
    }
    try (LoweredLibrary library =
        LoweredLibrary.lowered(jar, Corpora::isProgram, corpus.change())) {
      Tally tally = library.loadAll();
      long before = Driver.suspensions();
      List<String> wrong = new ArrayList<>(tally.complaints());
      wrong.addAll(differences(plain, outcome(library, corpus)));
      String count =
          "%s; %,d lines after %,d suspensions"
              .formatted(tally, plain.size(), Driver.suspensions() - before);
      return new Result(corpus, !wrong.isEmpty(), count, String.join("\n", wrong));
    }
  }

  private static boolean isProgram(String type) {
    return type.startsWith("dev.wakerobin.stress.corpus.");
  }

  private static Path jar(Class<?> inLibrary) {
    try {
      return Path.of(inLibrary.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar whose address is none", e);
    }
  }

  @SuppressWarnings("unchecked") // The same class as in the check, of another loader.
  private List<String> outcome(LoweredLibrary library, Corpus corpus)
      throws ReflectiveOperationException {
    Class<?> program = library.loadClass(corpus.program().getName());
    Function<Path, List<String>> run =
        (Function<Path, List<String>>) program.getConstructor().newInstance();
    return run.apply(root);
  }

  private static List<String> differences(List<String> plain, List<String> lowered) {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < Math.max(plain.size(), lowered.size()); i++) {
      String expected = i < plain.size() ? plain.get(i) : "nothing";
      String found = i < lowered.size() ? lowered.get(i) : "nothing";
      if (!expected.equals(found) && different.size() < DIFFERENCES_SHOWN) {
        different.add(shortened(found) + " instead of " + shortened(expected));
      }
    }
    return different;
  }

  private static String shortened(String line) {
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "…";
  }
}
