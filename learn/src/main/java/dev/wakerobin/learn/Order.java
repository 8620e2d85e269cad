package dev.wakerobin.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the learner asks for.
sealed interface Order {
  /// The page that `--help` shows.
  String HELP =
      """
      The exercises of the book, and their checks.

        ./wakerobin learn [E]           checks again whenever you save; shows where you are
        ./wakerobin learn list          lists the exercises
        ./wakerobin learn check [E]     checks one exercise, once
        ./wakerobin learn hint [E]      gives the next hint
        ./wakerobin learn solution [E]  shows a solution
        ./wakerobin learn reset E       begins an exercise anew (--yes: without asking)
        ./wakerobin learn --help        this page

      E is the name of an exercise, or a part of it, such as its number: 9-2; without it, the one
      you are at. To begin with those of chapter 9: learn 9. Your files are in the folder exercises/.
      A check ends with 0 if it is passed, with 1 if it is not.
      """;

  List<String> VERBS = List.of("list", "check", "hint", "solution", "reset");

  /// To work through them.
  ///
  /// @param from with which one to begin, or which chapter; if it was not typed, the current one
  record Watch(Optional<String> from) implements Order {}

  /// To be told how to ask.
  record Help() implements Order {}

  /// To see what there is.
  record Contents() implements Order {}

  /// To check one, once.
  ///
  /// @param exercise as it was typed; if it was not, the current one
  record Check(Optional<String> exercise) implements Order {}

  /// To be told more about one.
  ///
  /// @param exercise likewise
  record Hint(Optional<String> exercise) implements Order {}

  /// To see how one can be done.
  ///
  /// @param exercise likewise
  record Solution(Optional<String> exercise) implements Order {}

  /// To begin one anew.
  ///
  /// @param exercise as it was typed
  /// @param sure whether not to ask
  record Reset(String exercise, boolean sure) implements Order {}

  /// What these words ask for.
  ///
  /// @throws Refusal if they make no sense
  static Order parse(List<String> words) throws Refusal {
    List<String> rest = new ArrayList<>(words);
    if (rest.removeAll(List.of("--help", "-h", "help"))) {
      return new Help();
    }
    boolean sure = rest.remove("--yes");
    for (String word : rest) {
      if (word.startsWith("-")) {
        throw new Refusal("no option '" + word + "'", "try: ./wakerobin learn --help");
      }
    }
    if (rest.isEmpty()) {
      return new Watch(Optional.empty());
    }
    String verb = rest.removeFirst();
    if (verb.matches("\\d.*") && rest.isEmpty()) {
      return new Watch(Optional.of(verb));
    }
    if (!VERBS.contains(verb)) {
      throw Refusal.unknown("verb", verb, VERBS);
    }
    Optional<String> exercise = rest.isEmpty() ? Optional.empty() : Optional.of(rest.getFirst());
    if (rest.size() > (verb.equals("list") ? 0 : 1)) {
      throw new Refusal(
          "%s takes no '%s'".formatted(verb, rest.getLast()), "try: ./wakerobin learn --help");
    }
    return switch (verb) {
      case "list" -> new Contents();
      case "check" -> new Check(exercise);
      case "hint" -> new Hint(exercise);
      case "solution" -> new Solution(exercise);
      default ->
          new Reset(
              exercise.orElseThrow(
                  () ->
                      new Refusal(
                          "reset needs the name of an exercise", "try: ./wakerobin learn list")),
              sure);
    };
  }
}
