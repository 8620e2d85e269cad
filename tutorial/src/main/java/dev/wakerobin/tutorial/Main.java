package dev.wakerobin.tutorial;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// The `wakerobin` command: starts the tutorial, lists the chapters, runs one.
///
/// It ends with 0 if all went well, with 1 if a chapter failed, and with 2 if it was used wrongly.
public final class Main {
  static final int WELL = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private final Book book;
  private final Terminal terminal;
  private final PrintStream out;
  private final Page page;
  private String told = "./wakerobin"; // The latest chapter.

  Main(Book book, Terminal terminal) {
    this.book = book;
    this.terminal = terminal;
    this.out = terminal.out();
    this.page = new Page(terminal.out(), terminal.colours());
  }

  /// Does what the words on the command line ask for.
  public static void main(String[] args) {
    System.exit(new Main(Book.whole(), Terminal.ofThisProcess()).run(List.of(args)));
  }

  /// The same, and answers the exit code.
  int run(List<String> words) {
    try {
      switch (CommandLine.parse(book, words)) {
        case Command.Help() -> out.print(CommandLine.HELP);
        case Command.Contents() -> printContents();
        case Command.Explain(Explanation explanation, int width) -> explain(explanation, width);
        case Command.Start(Stage stage) -> start(stage);
        case Command.Run(Chapter chapter, Stage stage) -> {
          stage.check();
          tell(chapter, stage);
          out.println();
          printNext(chapter);
        }
        case Command.Compare(Race race) -> {
          told = "chapter " + race.chapter().heading().number();
          race.run(out);
        }
      }
      return WELL;
    } catch (Complaint complaint) {
      terminal.err().println(complaint.lines());
      return MISUSED;
    } catch (Exception | Error failure) {
      terminal.err().println(told + " broke off: " + failure);
      terminal.err().println("that is a fault of the book, or of the scheduler; it is not yours");
      terminal.err().println("try: ./wakerobin verify");
      return FAILED;
    } finally {
      out.flush();
      terminal.err().flush();
    }
  }

  // ---- The tutorial, from the beginning

  private void start(Stage stage) throws Exception {
    stage.check();
    out.println(page.bold("Wakerobin: a book about async runtimes that runs."));
    page.say(
        """
        You will take a future apart, build what polls it, and see what two real schedulers make of
        the same program. Each chapter is a program, and its text stands in the program's comments.
        """);
    tell(book.first(), stage);
    out.println();
    printContents();
    out.println();
    if (terminal.interactive()) {
      readOn(stage);
    } else {
      printNext(book.first());
      out.println("other scheduler: ./wakerobin run 0 --scheduler basic");
    }
  }

  private void readOn(Stage stage) throws Exception {
    Chapter chapter = book.first();
    while (true) {
      Optional<Chapter> next = book.after(chapter);
      if (next.isEmpty()) {
        out.println("That was the last chapter so far. Now read the programs.");
        return;
      }
      chapter = next.get();
      if (!wantsToReadOn(chapter)) {
        out.println("Go on later: ./wakerobin run " + chapter.heading().number());
        return;
      }
      tell(chapter, stage);
      out.println();
    }
  }

  private boolean wantsToReadOn(Chapter next) throws IOException {
    while (true) {
      out.print("[Enter] chapter " + next.heading().number() + "   [q] quit > ");
      out.flush();
      String answer = terminal.in().readLine();
      if (answer == null) { // Ctrl-D.
        out.println();
        return false;
      }
      switch (answer.strip()) {
        case "" -> {
          return true;
        }
        case "q", "quit" -> {
          return false;
        }
        default -> out.println("Press Enter to go on, or q and Enter to quit.");
      }
    }
  }

  // ---- Pieces of it

  private void explain(Explanation explanation, int width) throws IOException {
    for (String line : Fitted.lines(explanation.text(), width)) {
      out.println(line.startsWith("async ") ? page.bold(line) : line);
    }
  }

  private void tell(Chapter chapter, Stage stage) throws Exception {
    told = "chapter " + chapter.heading().number();
    page.open(chapter.heading());
    chapter.tell(page, stage);
  }

  private void printContents() {
    for (Chapter chapter : book.chapters()) {
      Heading heading = chapter.heading();
      out.println(Figures.right("" + heading.number(), 3) + "  " + heading.title());
    }
  }

  private void printNext(Chapter chapter) {
    Optional<Chapter> next = book.after(chapter);
    if (next.isPresent()) {
      out.println("next: ./wakerobin run " + next.get().heading().number());
    } else {
      out.println("That was the last chapter so far. All: ./wakerobin list");
    }
  }
}
