package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads what was typed, and complains if it makes no sense.
final class CommandLine {
  /// The same page as the script's, which answers `--help` by itself where it is the first word.
  static final String HELP =
      """
      Wakerobin: a tutorial on async runtimes, and the runtime itself.

        ./wakerobin                     starts the tutorial
        ./wakerobin list                lists the chapters
        ./wakerobin run N [options]     runs chapter N
            --scheduler NAME            on that scheduler: basic, work-stealing, lab, or yours
            --parallelism P             with so many worker threads
            --real                      in real time, with figures of this machine
        ./wakerobin explain FILE|N      shows the machines of the async bodies in a class file, or in chapter N
            --width W                   in lines of W columns; 100 if not said
        ./wakerobin learn [verb]        the exercises, checked whenever you save; --help
        ./wakerobin tck [options]       runs the scheduler contract against every scheduler; --zoo, --help
        ./wakerobin verify [options]    runs every test and check, and packages (options go to Maven)
        ./wakerobin stress [options]    checks interleavings and memory order, for ten minutes (--quick: two)
        ./wakerobin format              formats the code
        ./wakerobin jdk                 prints which JDK is used
        ./wakerobin --help              this page
      """;

  private static final int WIDE = 100;

  private static final String COMMANDS =
      "commands: list, run N, explain FILE, learn, tck, verify, stress, format, jdk, --help";
  private static final String OPTIONS =
      "options: --scheduler NAME, --parallelism P, --real, --width W";
  private static final String TRY_HELP = "try: ./wakerobin --help";

  private final Book book;
  private final Deque<String> words;
  private final List<String> rest = new ArrayList<>(); // What is no option.
  private Stage stage = Stage.byDefault();
  private int width = WIDE;
  private boolean help;

  private CommandLine(Book book, List<String> words) {
    this.book = book;
    this.words = new ArrayDeque<>(words);
  }

  /// What these words ask for.
  static Command parse(Book book, List<String> words) throws Complaint {
    return new CommandLine(book, words).parse();
  }

  private Command parse() throws Complaint {
    while (!words.isEmpty()) {
      String word = words.pop();
      if (word.startsWith("-") && word.length() > 1) {
        option(word);
      } else {
        rest.add(word);
      }
    }
    if (stage.real() && stage.scheduler().equals(Optional.of(Stage.LAB))) {
      throw new Complaint(
          "on the lab there is no real time",
          "--real is for the other schedulers",
          "try: ./wakerobin run 6 --real");
    }
    if (help) {
      return new Command.Help();
    }
    if (rest.isEmpty()) {
      return new Command.Start(stage);
    }
    return switch (rest.getFirst()) {
      case "help" -> new Command.Help();
      case "list" -> contents();
      case "run" -> run();
      case "explain" -> explain();
      default -> throw new Complaint("no command '" + rest.getFirst() + "'", COMMANDS, TRY_HELP);
    };
  }

  private void option(String word) throws Complaint {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (equals >= 0) {
      words.push(word.substring(equals + 1));
    }
    switch (name) {
      case "--help", "-h" -> help = true;
      case "--scheduler" -> stage = stage.on(scheduler(value(name, "a name")));
      case "--real" -> {
        if (equals >= 0) {
          throw new Complaint("--real takes no '" + words.pop() + "'", OPTIONS, TRY_HELP);
        }
        stage = stage.inRealTime();
      }
      case "--width" -> width = width(value(name, "a number"));
      case "--parallelism" -> stage = stage.with(parallelism(value(name, "a number")));
      default -> throw new Complaint("no option '" + name + "'", OPTIONS, TRY_HELP);
    }
  }

  private String value(String option, String what) throws Complaint {
    if (words.isEmpty() || words.peek().startsWith("--")) {
      throw new Complaint(option + " needs " + what, OPTIONS, TRY_HELP);
    }
    return words.pop();
  }

  private static String scheduler(String name) throws Complaint {
    List<String> available = AsyncRuntime.availableSchedulers();
    if (!available.contains(name)) {
      throw new Complaint(
          "no scheduler '" + name + "'",
          "schedulers: " + String.join(", ", available),
          "try: ./wakerobin run 0 --scheduler basic");
    }
    return name;
  }

  private static int parallelism(String word) throws Complaint {
    int workers = number(word);
    if (workers < 1) {
      throw new Complaint(
          "'" + word + "' is not a number of workers",
          "it has to be a whole number, 1 or more",
          "try: ./wakerobin run 0 --parallelism 2");
    }
    return workers;
  }

  private static int width(String word) throws Complaint {
    int columns = number(word);
    if (columns < Page.WIDTH) {
      throw new Complaint(
          "'" + word + "' is not a width",
          "it has to be a whole number, " + Page.WIDTH + " or more",
          "try: ./wakerobin explain build/Hello.class --width 80");
    }
    return columns;
  }

  private Command explain() throws Complaint {
    if (rest.size() != 2) {
      throw new Complaint(
          rest.size() < 2
              ? "explain needs a class file, or the number of a chapter"
              : "explain takes one class file, and then there is '" + rest.get(2) + "'",
          "it shows the state machines that async bodies become",
          "try: ./wakerobin explain build/Hello.class");
    }
    return new Command.Explain(Explanation.of(rest.get(1), book), width);
  }

  private Command contents() throws Complaint {
    if (rest.size() > 1) {
      throw new Complaint("list takes no '" + rest.get(1) + "'", COMMANDS, TRY_HELP);
    }
    return new Command.Contents();
  }

  private Command run() throws Complaint {
    String chapters = "chapters: " + book.numbers();
    if (rest.size() < 2) {
      throw new Complaint("run needs the number of a chapter", chapters, "try: ./wakerobin run 0");
    }
    if (rest.size() > 2) {
      throw new Complaint(
          "run takes one chapter, and then there is '" + rest.get(2) + "'",
          chapters,
          "try: ./wakerobin run 0");
    }
    String word = rest.get(1);
    Optional<Chapter> chapter = book.find(number(word));
    return new Command.Run(
        chapter.orElseThrow(
            () -> new Complaint("no chapter '" + word + "'", chapters, "try: ./wakerobin list")),
        stage);
  }

  /// That number, or -1, which is none of a chapter and none of workers.
  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
