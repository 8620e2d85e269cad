package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Complaint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What was typed, parted into the verb, its operands, and options with their values. Options may
/// stand anywhere, and take an equals sign.
final class Arguments {
  /// Of whatever is counted, the most that makes sense: each worker is a thread.
  private static final int MOST = 1_000;

  private final Usage all;
  private final Deque<String> words;
  private final List<String> operands = new ArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private Usage usage;

  private Arguments(Usage all, Usage usage, List<String> words) {
    this.all = all;
    this.usage = usage;
    this.words = new ArrayDeque<>(words);
  }

  /// @param usages what there is altogether
  /// @throws Complaint about an option that there is not, or that lacks its value; it tells those
  ///     of the command that is typed
  static Arguments of(List<Usage> usages, List<String> words) throws Complaint {
    Usage all = Help.union(usages);
    Optional<String> verb = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    Usage typed =
        usages.stream()
            .filter(u -> verb.filter(u.verb()::equals).isPresent())
            .findFirst()
            .orElse(all);
    Arguments arguments = new Arguments(all, typed, words);
    arguments.read();
    return arguments;
  }

  private void read() throws Complaint {
    while (!words.isEmpty()) {
      String word = words.pop();
      if (word.startsWith("-") && word.length() > 1) {
        readOption(word);
      } else {
        operands.add(word);
      }
    }
  }

  private void readOption(String word) throws Complaint {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = option(name.equals("-h") ? Help.OPTION.name() : name);
    if (!option.takesValue()) {
      if (equals >= 0) {
        throw complaint(name + " takes no '" + word.substring(equals + 1) + "'");
      }
      options.put(option.name(), "");
    } else if (equals >= 0) {
      options.put(name, word.substring(equals + 1));
    } else if (words.isEmpty() || words.peek().startsWith("--")) {
      throw complaint(name + " needs " + option.what());
    } else {
      options.put(name, words.pop());
    }
  }

  private Option option(String name) throws Complaint {
    for (Option option : all.options()) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    List<String> names = all.options().stream().map(Option::name).toList();
    Optional<String> near = Nearest.to(name, names);
    throw complaint(
        "no option '" + name + "'" + near.map(each -> ": did you mean '" + each + "'?").orElse(""));
  }

  /// The verb; empty if there is none.
  String verb() {
    return operands.isEmpty() ? "" : operands.getFirst();
  }

  /// From now on they are for that command.
  ///
  /// @param others who takes an option that this one does not
  /// @throws Complaint if there is an option that is for others
  void areFor(Usage itsUsage, List<Usage> others) throws Complaint {
    usage = itsUsage;
    for (String option : options.keySet()) {
      if (!option.equals(Help.OPTION.name()) && !usage.takes(option)) {
        List<String> verbs =
            others.stream()
                .filter(u -> u.takes(option))
                .map(Usage::verb)
                .filter(v -> !v.isEmpty())
                .toList();
        throw complaint(option + " is for " + String.join(", ", verbs) + " only");
      }
    }
  }

  /// What follows the verb.
  List<String> operands() {
    return operands.isEmpty() ? List.of() : List.copyOf(operands.subList(1, operands.size()));
  }

  boolean has(Option option) {
    return options.containsKey(option.name());
  }

  /// The word behind that option.
  Optional<String> value(Option option) {
    return Optional.ofNullable(options.get(option.name()));
  }

  /// The whole number behind that option.
  ///
  /// @param least below it there is none, as above [#MOST]
  /// @param what it is, as in `'0' is not a number of workers`
  OptionalInt count(Option option, int least, String what) throws Complaint {
    Optional<String> word = value(option);
    if (word.isEmpty()) {
      return OptionalInt.empty();
    }
    int found = number(word.get());
    if (found < least || found > MOST) {
      throw new Complaint(
          "'" + word.get() + "' is not " + what,
          "it has to be a whole number from " + least + " to " + MOST,
          usage.tryHelp());
    }
    return OptionalInt.of(found);
  }

  /// Any whole number behind that option.
  OptionalLong number(Option option) throws Complaint {
    Optional<String> word = value(option);
    try {
      return word.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(word.get()));
    } catch (NumberFormatException _) {
      throw new Complaint(
          "'" + word.get() + "' is not " + option.what(),
          option.name() + " takes any whole number",
          usage.tryHelp());
    }
  }

  /// That number, or -1, which is none of a chapter and none of workers.
  static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// With what this command takes, and where to read about it.
  Complaint complaint(String what) {
    return new Complaint(what, usage.optionsLine(), usage.tryHelp());
  }
}
