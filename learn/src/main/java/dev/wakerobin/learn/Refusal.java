package dev.wakerobin.learn;

import java.util.List;

/// Why something cannot be done, and what to do instead. It is shown as a line and what it takes to
/// say the rest, never as a stack trace.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  Refusal(String what, String advice) {
    super(what);
    this.advice = advice;
  }

  /// About a word that is none of these. If just one of them has all its letters, that one was
  /// meant: either others besides, or none but in another order. And so was one that lacks a letter
  /// of it.
  ///
  /// @param what it should be: `exercise`
  static Refusal unknown(String what, String word, List<String> known) {
    List<String> alike = known.stream().filter(each -> isAlike(word, each)).toList();
    String guess = alike.size() == 1 ? ": did you mean '" + alike.getFirst() + "'?" : "";
    return new Refusal(
        "no %s '%s'%s".formatted(what, word, guess), "there is: " + String.join(", ", known));
  }

  private static boolean isAlike(String word, String known) {
    String name = known.replaceFirst("^[\\d-]+", ""); // An exercise is known by that as well.
    return isSpelledWithin(word, known)
        || sorted(word).equals(sorted(name))
        || (word.length() == name.length() + 1 && isSpelledWithin(name, word));
  }

  private static List<Integer> sorted(String word) {
    return word.chars().sorted().boxed().toList();
  }

  private static boolean isSpelledWithin(String word, String known) {
    int at = 0;
    for (int letter : word.chars().toArray()) {
      at = known.indexOf(letter, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return word.length() > 1;
  }

  /// The lines.
  String lines() {
    return getMessage() + "\n" + Words.wrapped(advice);
  }
}
