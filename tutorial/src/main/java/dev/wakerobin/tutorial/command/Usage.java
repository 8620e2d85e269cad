package dev.wakerobin.tutorial.command;

import java.util.List;
import java.util.stream.Collectors;

/// How a command is typed: a row of the table that help, complaints and suggestions are made from.
///
/// @param verb its name; empty for what is done without one
/// @param operands what has to follow, as the help calls it; may be empty
/// @param words what it does, in a line or two
/// @param options what else it takes
record Usage(String verb, String operands, String words, List<Option> options) {

  /// One that takes no options, or looks at them itself.
  Usage(String verb, String operands, String words) {
    this(verb, operands, words, List.of());
  }

  /// As the help shows it: `run N`.
  String shown() {
    return operands.isEmpty() ? verb : verb + " " + operands;
  }

  boolean takes(String option) {
    return options.stream().anyMatch(each -> each.name().equals(option));
  }

  /// The choices, for a complaint.
  String optionsLine() {
    if (verb.isEmpty()) {
      return "each command has options of its own";
    }
    return options.isEmpty()
        ? "it takes no options"
        : options.stream().map(Option::shown).collect(Collectors.joining(", ", "options: ", ""));
  }

  /// What to type to learn more.
  String tryHelp() {
    return "try: ./wakerobin " + (verb.isEmpty() ? "--help" : verb + " --help");
  }
}
