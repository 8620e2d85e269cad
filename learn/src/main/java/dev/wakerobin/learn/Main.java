package dev.wakerobin.learn;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `./wakerobin learn`. It ends with 0 if all went well, with 1 if a check was not passed, and with
/// 2 if it was used wrongly.
public final class Main {
  static final int WELL = 0;
  static final int NOT_PASSED = 1;
  static final int MISUSED = 2;

  private final Learner learner;
  private final Seat seat;
  private final Words words;
  private final Checker checker;

  Main(Learner learner, Seat seat, Checker checker) {
    this.learner = learner;
    this.seat = seat;
    this.words = new Words(seat.colours());
    this.checker = checker;
  }

  /// Where the learner sits.
  ///
  /// @param interactive whether there is somebody to press a key
  /// @param colours whether to use them
  record Seat(BufferedReader in, PrintStream out, boolean interactive, boolean colours) {
    /// The one that this process was started from.
    static Seat ofThisProcess() {
      boolean interactive = System.console() != null && System.console().isTerminal();
      String noColor = System.getenv("NO_COLOR");
      return new Seat(
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
          drawable(System.out),
          interactive,
          interactive
              && (noColor == null || noColor.isEmpty())
              && !"dumb".equals(System.getenv("TERM")));
    }

    /// The stream itself if its charset has the signs that are printed; else the same in UTF-8. The
    /// "C" locale knows ASCII only, yet says nothing about the terminal.
    private static PrintStream drawable(PrintStream stream) {
      return stream.charset().newEncoder().canEncode("✓·")
          ? stream
          : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
  }

  /// Does what the words on the command line ask for. The first one is the project's folder.
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    int code;
    try {
      Order order = Order.parse(words.subList(1, words.size()));
      Learner learner = Learner.in(Path.of(words.getFirst()));
      Seat seat = Seat.ofThisProcess();
      try (Checker checker = Checker.likeThisJvm(learner.repository())) {
        code = new Main(learner, seat, checker).run(order);
      }
    } catch (Refusal refusal) {
      System.err.println(refusal.lines());
      code = MISUSED;
    } catch (FileSystemException failure) {
      System.err.println(refused(failure).lines());
      code = MISUSED;
    } catch (IOException failure) {
      System.err.println("learn: " + failure);
      code = MISUSED;
    }
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(code); // What hangs is left behind, shutdown hooks among it.
  }

  /// What stands in the way of a file, and what to do about it.
  static Refusal refused(FileSystemException failure) {
    String reason =
        switch (failure) {
          case AccessDeniedException _ -> "you may not write there";
          case FileAlreadyExistsException _ -> "a file of that name is in the way";
          default -> failure.getReason() == null ? failure.toString() : failure.getReason();
        };
    return new Refusal(
        "cannot use " + failure.getFile() + ": " + reason,
        "your files are in the folder exercises/, and it has to be yours to write in");
  }

  int run(Order order) throws IOException, Refusal {
    switch (order) {
      case Order.Help() -> seat.out().print(Order.HELP);
      case Order.Contents() -> seat.out().print(words.contents(learner));
      case Order.Hint(Optional<String> name) -> hint(meant(name));
      case Order.Solution(Optional<String> name) -> {
        Exercise exercise = meant(name);
        boolean passed = learner.progress().hasPassed(exercise);
        seat.out().print(words.solution(exercise, passed));
      }
      case Order.Reset(String name, boolean sure) -> reset(learner.catalogue().find(name), sure);
      case Order.Check(Optional<String> name) -> {
        return check(meant(name));
      }
      case Order.Watch(Optional<String> from) -> {
        Exercise first = from.isPresent() ? learner.firstOf(from.get()) : learner.current();
        if (seat.interactive()) {
          Watch.over(learner, first, seat);
          return WELL;
        }
        return checkWithQuestion(first);
      }
    }
    return WELL;
  }

  private Exercise meant(Optional<String> name) throws Refusal {
    return name.isPresent() ? learner.catalogue().find(name.get()) : learner.current();
  }

  private int checkWithQuestion(Exercise exercise) throws IOException {
    seat.out().println(words.bar(learner));
    seat.out().println();
    seat.out().println(words.question(exercise, shown(learner.desk().layOut(exercise))));
    seat.out().println();
    return check(exercise);
  }

  private int check(Exercise exercise) throws IOException {
    Path file = shown(learner.desk().layOut(exercise));
    Checker.Answer answer = checker.check(exercise, file);
    seat.out().println(answer.words());
    if (!answer.passed()) {
      seat.out().println();
      seat.out().println("your file: " + file);
      seat.out().println("the check: " + shown(exercise.check()));
      seat.out().println("a hint: ./wakerobin learn hint " + exercise.id());
      return NOT_PASSED;
    }
    learner.progress().pass(exercise);
    seat.out().println(words.bar(learner));
    return WELL;
  }

  private void hint(Exercise exercise) throws IOException {
    Optional<String> hint = learner.nextHint(exercise);
    if (hint.isPresent()) {
      int number = learner.progress().hintsTaken(exercise);
      seat.out().println(words.hint(exercise, number, hint.get()));
      return;
    }
    for (int i = 0; i < exercise.hints().size(); i++) {
      seat.out().println(words.hint(exercise, i + 1, exercise.hints().get(i)));
    }
    seat.out().println("That was the last hint. ./wakerobin learn solution " + exercise.id());
  }

  private void reset(Exercise exercise, boolean sure) throws IOException, Refusal {
    if (!learner.desk().isChanged(exercise)) {
      learner.desk().layOut(exercise);
      learner.progress().forget(exercise);
      seat.out().println(exercise.id() + " is as it was given");
      return;
    }
    if (!sure && !isSure(exercise)) {
      seat.out().println("nothing was changed");
      return;
    }
    Path kept = learner.desk().startOver(exercise);
    learner.progress().forget(exercise);
    seat.out().println(exercise.id() + " is as it was given; your version is kept as");
    seat.out().println(shown(kept));
  }

  private boolean isSure(Exercise exercise) throws IOException, Refusal {
    if (!seat.interactive()) {
      throw new Refusal(
          "you have changed " + shown(learner.desk().fileOf(exercise)),
          "to begin anew all the same:\n    ./wakerobin learn reset " + exercise.id() + " --yes");
    }
    seat.out().print("You have changed this file. Begin anew? [y/N] ");
    seat.out().flush();
    String answer = seat.in().readLine();
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }

  /// As seen from the working directory, if it is below it.
  static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute) : path;
  }
}
