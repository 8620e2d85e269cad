package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Complaint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of all commands. Those that need more than the book are the script's: of them only
/// the row is here, so that the help shows them and a mistyped one is recognized.
final class Commands {
  private static final List<Command> OURS =
      List.of(
          new Start(),
          new Contents(),
          new RunChapter(),
          new Race(),
          new SaveTrace(),
          new Diagnose(),
          new Practise(),
          new Explain());

  private static final List<Usage> THE_SCRIPTS =
      List.of(
          new Usage("learn", "[VERB]", "the exercises, checked whenever you save; learn --help"),
          new Usage("play", "FILE.java", "runs a program of yours, with all modules at hand"),
          new Usage(
              "book",
              "",
              "makes the book as a site",
              List.of(
                  new Option("--open", "and opens it in a browser"),
                  new Option("--accept", "takes changed outputs for right"))),
          new Usage("tck", "", "runs the contract against every scheduler; tck --help"),
          new Usage("verify", "", "runs every test and check, and packages"),
          new Usage(
              "stress",
              "",
              "checks interleavings and memory order, for ten minutes (--quick: two)"),
          new Usage("bench", "", "measures it beside its peers; bench --help"),
          new Usage("format", "", "formats the code"),
          new Usage("jdk", "", "prints which JDK is used"));

  private Commands() {}

  /// All rows, in the order of the help.
  static List<Usage> usages() {
    return Stream.concat(OURS.stream().map(Command::usage), THE_SCRIPTS.stream()).toList();
  }

  /// The command of that name; the empty name is that of the beginning.
  static Command named(String verb) throws Complaint {
    for (Command command : OURS) {
      if (command.usage().verb().equals(verb)) {
        return command;
      }
    }
    List<String> verbs = usages().stream().map(Usage::verb).filter(v -> !v.isEmpty()).toList();
    if (verbs.contains(verb)) {
      throw new Complaint(
          "'" + verb + "' has to be the first word",
          "the script does it, and not the tutorial",
          "try: ./wakerobin " + verb);
    }
    Optional<String> near = Nearest.to(verb, verbs);
    throw new Complaint(
        "no command '" + verb + "'" + near.map(n -> ": did you mean '" + n + "'?").orElse(""),
        verbs.stream().collect(Collectors.joining(", ", "commands: ", "")),
        "try: ./wakerobin " + near.orElse("--help"));
  }

  /// The page of that command, or of all if there is none of that name.
  static String help(String verb) {
    return usages().stream()
        .filter(usage -> !verb.isEmpty() && usage.verb().equals(verb))
        .findFirst()
        .map(Help::of)
        .orElseGet(() -> Help.of(usages()));
  }
}
