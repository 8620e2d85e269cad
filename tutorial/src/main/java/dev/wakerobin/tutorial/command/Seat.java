package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The reader, with the book at hand.
///
/// @param page what the book is printed on for this reader
record Seat(Book book, Terminal terminal, Page page, Bookmark bookmark) {

  Seat(Book book, Terminal terminal, Bookmark bookmark) {
    this(book, terminal, new Page(terminal.out(), terminal.colours()), bookmark);
  }

  PrintStream out() {
    return terminal.out();
  }

  /// The chapter that the one operand of that command means.
  Chapter chapter(Usage usage, Arguments arguments) throws Complaint {
    List<String> operands = arguments.operands();
    String chapters = "chapters: " + book.numbers();
    if (operands.isEmpty()) {
      throw new Complaint(
          usage.verb() + " needs the number of a chapter", chapters, usage.tryHelp());
    }
    if (operands.size() > 1) {
      throw new Complaint(
          usage.verb() + " takes one chapter, and then there is '" + operands.get(1) + "'",
          chapters,
          usage.tryHelp());
    }
    String word = operands.getFirst();
    return book.find(Arguments.number(word))
        .orElseThrow(
            () -> new Complaint("no chapter '" + word + "'", chapters, "try: ./wakerobin list"));
  }

  /// Tells a chapter; at its end, what the watchdog has seen in real time.
  void tell(Chapter chapter, Stage stage) throws Complaint, ChapterFailure {
    Watchman watchman = new Watchman();
    page.open(chapter.heading());
    tell(chapter, page, stage.before(watchman));
    List<String> seen = watchman.sentences();
    if (!seen.isEmpty()) {
      String why = chapter.hogsOnPurpose() ? " Here that was on purpose." : "";
      page.say("The watchdog", String.join(" ", seen) + why);
    }
  }

  /// Tells it to nobody, for what its programs leave behind.
  static void tellNobody(Chapter chapter, Stage stage) throws Complaint, ChapterFailure {
    PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    tell(chapter, new Page(nobody, false), stage);
  }

  private static void tell(Chapter chapter, Page page, Stage stage)
      throws Complaint, ChapterFailure {
    try {
      chapter.tell(page, stage);
    } catch (Complaint complaint) {
      throw complaint;
    } catch (Exception | Error failure) {
      throw new ChapterFailure(chapter, failure);
    }
  }

  /// Says what comes after a chapter.
  void printNext(Chapter chapter) {
    Optional<Chapter> next = book.after(chapter);
    if (next.isPresent()) {
      out().println("next: ./wakerobin run " + next.get().heading().number());
    } else {
      out().println("That was the last chapter so far. All: ./wakerobin list");
    }
  }
}
