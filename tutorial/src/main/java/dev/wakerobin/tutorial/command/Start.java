package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;
import java.io.IOException;
import java.util.Optional;

/// What is done without a verb: welcomes the reader, tells the first chapter, and goes on from
/// there if somebody sits at the terminal. Who has begun already goes on behind the [Bookmark].
///
/// The script leads a reader who has begun to the exercises instead, if they can be built.
final class Start implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "",
        "",
        "begins the book; later, goes on where you were: with the exercises",
        StageOptions.ONE);
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure, IOException {
    Stage stage = StageOptions.stage(arguments);
    stage.check();
    if (!seat.terminal().interactive()) {
      welcome(seat, stage);
      seat.printNext(seat.book().first());
      seat.out().println("exercises: ./wakerobin learn");
      seat.out().println("other scheduler: ./wakerobin run 0 --scheduler basic");
      return Main.WELL;
    }
    Optional<Chapter> read = read(seat);
    if (read.isPresent()) {
      int number = read.get().heading().number();
      seat.out().println("Welcome back. The last chapter that you have read is " + number + ".");
    } else {
      welcome(seat, stage);
      seat.bookmark().put(seat.book().first().heading().number());
    }
    readOn(read.orElse(seat.book().first()), seat, stage);
    return Main.WELL;
  }

  private static Optional<Chapter> read(Seat seat) {
    return seat.bookmark().chapter().stream()
        .mapToObj(seat.book()::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void welcome(Seat seat, Stage stage) throws Complaint, ChapterFailure {
    seat.out().println(seat.page().bold("Wakerobin: a book about async runtimes that runs."));
    seat.page()
        .say(
            """
            You will take a future apart, build what polls it, and see what two real schedulers make
            of the same program. Each chapter is a program, and its text stands in the program's
            comments.
            """);
    seat.tell(seat.book().first(), stage);
    seat.out().println();
    Contents.print(seat);
    seat.out().println();
  }

  private static void readOn(Chapter from, Seat seat, Stage stage)
      throws Complaint, ChapterFailure, IOException {
    Chapter chapter = from;
    while (true) {
      Optional<Chapter> next = seat.book().after(chapter);
      if (next.isEmpty()) {
        seat.out().println("That was the last chapter so far. Now read the programs.");
        return;
      }
      chapter = next.get();
      int number = chapter.heading().number();
      if (!wantsToReadOn(number, seat)) {
        seat.out().println("Go on later: ./wakerobin run " + number);
        seat.out().println("The exercises, and where you were: ./wakerobin");
        return;
      }
      seat.tell(chapter, stage);
      seat.bookmark().put(number);
      seat.out().println();
    }
  }

  private static boolean wantsToReadOn(int next, Seat seat) throws IOException {
    while (true) {
      seat.out().print("[Enter] chapter " + next + "   [q] quit > ");
      seat.out().flush();
      String answer = seat.terminal().in().readLine();
      if (answer == null) { // Ctrl-D.
        seat.out().println();
        return false;
      }
      switch (answer.strip()) {
        case "" -> {
          return true;
        }
        case "q", "quit" -> {
          return false;
        }
        default -> seat.out().println("Press Enter to go on, or q and Enter to quit.");
      }
    }
  }
}
