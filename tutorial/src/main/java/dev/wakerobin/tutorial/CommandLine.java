package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
        ./wakerobin race N [options]    runs chapter N under several schedulers, and compares a program of it
            --schedulers A,B            under these; if not said, under all there are
            --program K                 its program K; if not said, the first
        ./wakerobin explain FILE|N      shows the machines of the async bodies in a class file, or in chapter N
            --width W                   in lines of W columns; 100 if not said
        ./wakerobin play FILE.java      runs a program of yours, with all modules at hand
        ./wakerobin learn [verb]        the exercises, checked whenever you save; --help
        ./wakerobin book [--open]       makes the book as a site, and opens it; --accept takes new outputs
        ./wakerobin tck [options]       runs the scheduler contract against every scheduler; --zoo, --help
        ./wakerobin verify [options]    runs every test and check, and packages (options go to Maven)
        ./wakerobin stress [options]    checks interleavings and memory order, for ten minutes (--quick: two)
        ./wakerobin bench [options]     measures it beside its peers (--quick: within 50 seconds); --help
        ./wakerobin format              formats the code
        ./wakerobin jdk                 prints which JDK is used
        ./wakerobin --help              this page
      """;

  private static final int WIDE = 100;

  private static final String COMMANDS =
      "commands: list, run N, race N, explain FILE, play FILE, learn, book, bench, tck, verify,"
          + " stress, format, jdk, --help";
  private static final String OPTIONS =
      "options: --scheduler NAME, --parallelism P, --real, --width W";
  private static final String RACE_OPTIONS =
      "options: --schedulers A,B, --program K, --parallelism P, --real";
  private static final String TRY_HELP = "try: ./wakerobin --help";

  private final Book book;
  private final Deque<String> words;
  private final List<String> rest = new ArrayList<>(); // What is no option.
  private Stage stage = Stage.byDefault();
  private int width = WIDE;
  private boolean help;
  private Optional<List<String>> racers = Optional.empty();
  private OptionalInt program = OptionalInt.empty();

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
    boolean onLab = stage.scheduler().equals(Optional.of(Stage.LAB));
    if (stage.real() && (onLab || racers.orElse(List.of()).contains(Stage.LAB))) {
      throw new Complaint(
          "on the lab there is no real time",
          "--real is for the other schedulers",
          "try: ./wakerobin run 6 --real");
    }
    if (help) {
      return new Command.Help();
    }
    boolean ofRace = racers.isPresent() || program.isPresent();
    if (ofRace && (rest.isEmpty() || !rest.getFirst().equals("race"))) {
      throw new Complaint(
          (racers.isPresent() ? "--schedulers" : "--program") + " is for race only",
          OPTIONS,
          "try: ./wakerobin race 8 --schedulers basic,lab");
    }
    if (rest.isEmpty()) {
      return new Command.Start(stage);
    }
    return switch (rest.getFirst()) {
      case "help" -> new Command.Help();
      case "list" -> contents();
      case "run" -> new Command.Run(chapter("run"), stage);
      case "race" -> new Command.Compare(race());
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
      case "--parallelism" ->
          stage = stage.with(atLeastOne(value(name, "a number"), "of workers", "--parallelism 2"));
      case "--schedulers" -> racers = Optional.of(schedulers(value(name, "names")));
      case "--program" ->
          program =
              OptionalInt.of(atLeastOne(value(name, "a number"), "of a program", "--program 1"));
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

  private static List<String> schedulers(String names) throws Complaint {
    List<String> all = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      all.add(scheduler(name.strip()));
    }
    return all;
  }

  private static int atLeastOne(String word, String ofWhat, String example) throws Complaint {
    int found = number(word);
    if (found < 1) {
      String verb = example.startsWith("--program") ? "race 8 " : "run 0 ";
      throw new Complaint(
          "'" + word + "' is not a number " + ofWhat,
          "it has to be a whole number, 1 or more",
          "try: ./wakerobin " + verb + example);
    }
    return found;
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

  private Race race() throws Complaint {
    Chapter chapter = chapter("race");
    if (stage.scheduler().isPresent()) {
      throw new Complaint(
          "race is between several, and then there is --scheduler",
          RACE_OPTIONS,
          "try: ./wakerobin race 8 --schedulers basic,lab");
    }
    List<String> all = new ArrayList<>(AsyncRuntime.availableSchedulers());
    if (stage.real()) {
      all.remove(Stage.LAB);
    }
    return new Race(chapter, racers.orElse(all), stage, program.orElse(1));
  }

  /// The one chapter that this command is about.
  private Chapter chapter(String verb) throws Complaint {
    String chapters = "chapters: " + book.numbers();
    String example = "try: ./wakerobin " + verb + " " + (verb.equals("race") ? 8 : 0);
    if (rest.size() < 2) {
      throw new Complaint(verb + " needs the number of a chapter", chapters, example);
    }
    if (rest.size() > 2) {
      throw new Complaint(
          verb + " takes one chapter, and then there is '" + rest.get(2) + "'", chapters, example);
    }
    String word = rest.get(1);
    return book.find(number(word))
        .orElseThrow(
            () -> new Complaint("no chapter '" + word + "'", chapters, "try: ./wakerobin list"));
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
