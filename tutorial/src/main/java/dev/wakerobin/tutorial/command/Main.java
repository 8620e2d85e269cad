package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Complaint;
import java.util.List;

/// The `wakerobin` command: finds out which [Command] is meant, and does it.
///
/// It ends with 0 if all went well, with 1 if a chapter failed or something was found wanting, and
/// with 2 if it was used wrongly.
public final class Main {
  static final int WELL = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private final Seat seat;

  /// For a reader with that book at that terminal, and no bookmark.
  public Main(Book book, Terminal terminal) {
    this(book, terminal, Bookmark.none());
  }

  Main(Book book, Terminal terminal, Bookmark bookmark) {
    this.seat = new Seat(book, terminal, bookmark);
  }

  /// Does what the words on the command line ask for.
  public static void main(String[] args) {
    Main main = new Main(Book.whole(), Terminal.ofThisProcess(), Bookmark.ofThisProcess());
    System.exit(main.run(List.of(args)));
  }

  /// Does what these words ask for, and answers the exit code.
  public int run(List<String> words) {
    try {
      return obey(words);
    } catch (Complaint complaint) {
      seat.terminal().err().println(complaint.lines());
      return MISUSED;
    } catch (Exception | Error failure) {
      String what = failure instanceof ChapterFailure ? "" : "./wakerobin broke off: " + failure;
      seat.terminal().err().println(what.isEmpty() ? failure.getMessage() : what);
      seat.terminal()
          .err()
          .println("that is a fault of the book, or of the scheduler; it is not yours");
      seat.terminal().err().println("try: ./wakerobin verify");
      return FAILED;
    } finally {
      seat.out().flush();
      seat.terminal().err().flush();
    }
  }

  /// The names of all commands, in the order of the help.
  public static List<String> verbs() {
    return Commands.usages().stream().map(Usage::verb).filter(verb -> !verb.isEmpty()).toList();
  }

  private int obey(List<String> words) throws Exception {
    List<Usage> usages = Commands.usages();
    Arguments arguments = Arguments.of(usages, words);
    boolean helpVerb = arguments.verb().equals("help");
    if (helpVerb || arguments.has(Help.OPTION)) {
      List<String> operands = arguments.operands();
      String about = helpVerb ? operands.stream().findFirst().orElse("") : arguments.verb();
      seat.out().print(Commands.help(about));
      return WELL;
    }
    Command command = Commands.named(arguments.verb());
    arguments.areFor(command.usage(), usages);
    return command.run(arguments, seat);
  }
}
