package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;
import java.io.IOException;
import java.util.Optional;

/// What is done without a verb: welcomes the reader, tells the first chapter, and goes on from
/// there if somebody sits at the terminal.
final class Start implements Command {

  @Override
  public Usage usage() {
    return new Usage("", "", "starts the tutorial", StageOptions.ONE);
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure, IOException {
    Stage stage = StageOptions.stage(arguments);
    stage.check();
    seat.out().println(seat.page().bold("Wakerobin: a book about async runtimes that runs."));
    seat.page()
        .say(
            """
            You will take a future apart, build what polls it, and see what two real schedulers make
            of the same program. Each chapter is a program, and its text stands in the program's
            comments.
            """);
    Chapter first = seat.book().first();
    seat.tell(first, stage);
    seat.out().println();
    Contents.print(seat);
    seat.out().println();
    if (seat.terminal().interactive()) {
      readOn(first, seat, stage);
    } else {
      seat.printNext(first);
      seat.out().println("other scheduler: ./wakerobin run 0 --scheduler basic");
    }
    return Main.WELL;
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
      if (!wantsToReadOn(chapter, seat)) {
        seat.out().println("Go on later: ./wakerobin run " + chapter.heading().number());
        return;
      }
      seat.tell(chapter, stage);
      seat.out().println();
    }
  }

  private static boolean wantsToReadOn(Chapter next, Seat seat) throws IOException {
    while (true) {
      seat.out().print("[Enter] chapter " + next.heading().number() + "   [q] quit > ");
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
