package dev.wakerobin.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Shows one exercise, checks it whenever its file was saved, and obeys single keys.
///
/// One thread does all of this in turns; only the check itself goes on beside it.
final class Watch {
  private static final int NOTHING = -2; // No key was pressed so far.
  private static final int GONE = -1; // The terminal, that is.
  private static final long TURN_MILLIS = 80;
  private static final String KEYS =
      """
      [c]hapter  [r]un  [h]int  [s]olution
      [n]ext  [p]revious  [l]ist  [q]uit
      """;
  private static final int CTRL_C = 3; // In single-key mode it comes as a key, and so does this:
  private static final int CTRL_D = 4;
  private static final int ESCAPE = 27;

  private final Learner learner;
  private final Words words;
  private final Terminal terminal;
  private final Checker checker;
  private final Attributes cooked; // The terminal as it was found.

  private Exercise exercise;
  private Path file;
  private @Nullable FileTime saved; // When, as far as we have seen; not at all if it is gone.
  private String below = ""; // What stands under the question.
  private @Nullable CompletableFuture<Checker.Answer> check; // The one that goes on.
  private boolean again; // Once it has ended, for something has changed since it began.

  private Watch(
      Learner learner,
      Exercise first,
      Words words,
      Terminal terminal,
      Checker checker,
      Attributes cooked)
      throws IOException {
    this.learner = learner;
    this.words = words;
    this.terminal = terminal;
    this.checker = checker;
    this.cooked = cooked;
    this.exercise = first;
    this.file = learner.desk().layOut(exercise);
  }

  /// Goes on until the learner has had enough.
  static void over(Learner learner, Exercise first, Main.Seat seat) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).build();
        Checker checker = Checker.likeThisJvm(learner.repository())) {
      Attributes cooked = terminal.enterRawMode();
      new Watch(learner, first, new Words(seat.colours()), terminal, checker, cooked).run();
    }
  }

  private void run() throws IOException {
    go(exercise);
    while (true) {
      int key = terminal.reader().read(TURN_MILLIS);
      if (key == 'q' || key == CTRL_C || key == CTRL_D || key == GONE) {
        terminal.writer().println();
        terminal.writer().println("Go on later: ./wakerobin");
        terminal.flush();
        return;
      }
      if (key == ESCAPE) {
        passOver();
      } else if (key > 0) {
        obey((char) key);
      }
      if (wasSaved()) {
        beginCheck();
      }
      if (check != null && check.isDone()) {
        endCheck(check);
      }
    }
  }

  /// What begins with an escape is a key without a letter, or an answer of the terminal:
  /// parameters, and a letter at the end.
  private void passOver() throws IOException {
    int next = terminal.reader().read(TURN_MILLIS);
    if (next == '[' || next == 'O') {
      do {
        next = terminal.reader().read(TURN_MILLIS);
      } while (next >= 0 && (next < '@' || next > '~'));
    }
  }

  private void obey(char key) throws IOException {
    switch (key) {
      case 'r' -> {
        learner.desk().layOut(exercise); // It may have been removed.
        saved = lastSaved();
        beginCheck();
      }
      case 'h' -> {
        String given = learner.nextHint(exercise).orElse("");
        int number = learner.progress().hintsTaken(exercise);
        show(
            given.isEmpty()
                ? "That was the last hint. [s] shows a solution."
                : words.hint(exercise, number, given));
      }
      case 's' -> show(words.solution(exercise, learner.progress().hasPassed(exercise)));
      case 'n' -> learner.catalogue().after(exercise).ifPresent(this::goQuietly);
      case 'p' -> before(exercise).ifPresent(this::goQuietly);
      case 'l' -> show(words.contents(learner));
      case 'c' -> readChapter();
      default -> {}
    }
  }

  /// Has the chapter of the exercise told in between, by a process of its own.
  private void readChapter() throws IOException {
    Attributes raw = terminal.getAttributes();
    terminal.setAttributes(cooked);
    try {
      Path script = learner.repository().resolve("wakerobin");
      new ProcessBuilder(script.toString(), "run", "" + exercise.chapter())
          .inheritIO()
          .start()
          .waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      terminal.setAttributes(raw);
    }
    terminal.writer().println("\n[any key] back to the exercise");
    terminal.flush();
    int key;
    do {
      key = terminal.reader().read(TURN_MILLIS);
    } while (key == NOTHING);
    show(below);
  }

  private Optional<Exercise> before(Exercise which) {
    List<Exercise> all = learner.catalogue().exercises();
    int place = all.indexOf(which);
    return place == 0 ? Optional.empty() : Optional.of(all.get(place - 1));
  }

  private void goQuietly(Exercise next) {
    try {
      go(next);
    } catch (IOException failure) {
      show(failure.toString());
    }
  }

  private void go(Exercise next) throws IOException {
    exercise = next;
    file = learner.desk().layOut(exercise);
    saved = lastSaved();
    beginCheck();
  }

  private boolean wasSaved() {
    FileTime now = lastSaved();
    boolean was = now != null && !now.equals(saved);
    saved = now;
    return was;
  }

  private @Nullable FileTime lastSaved() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException _) {
      return null; // Some editors move a file away before they write it anew.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // ---- The check

  private void beginCheck() {
    if (check != null) {
      again = true;
      return;
    }
    Exercise checked = exercise;
    Path path = Main.shown(file);
    show("checking …");
    check =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return checker.check(checked, path);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }

  private void endCheck(CompletableFuture<Checker.Answer> done) throws IOException {
    check = null;
    if (again) {
      again = false;
      beginCheck();
      return;
    }
    try {
      Checker.Answer answer = done.join();
      if (answer.passed()) {
        learner.progress().pass(exercise);
      }
      show(answer.words() + (answer.passed() ? "\n\n[n] goes on to the next one." : ""));
    } catch (CompletionException failure) {
      show("the check could not be made: " + failure.getCause());
    }
  }

  // ---- The screen

  private void show(String text) {
    below = text;
    StringBuilder screen = new StringBuilder();
    if (words.colours()) {
      screen.append("\u001b[H\u001b[2J\u001b[3J"); // To the top; nothing is left.
    }
    screen
        .append(words.bar(learner))
        .append("\n\n")
        .append(words.question(exercise, Main.shown(file)))
        .append("\n\n")
        .append(below)
        .append("\n\n")
        .append(KEYS);
    terminal.writer().print(screen);
    terminal.flush();
  }
}
