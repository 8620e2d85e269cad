package dev.wakerobin.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the learner is to do.
enum Kind {
  /// Say what will happen, before it does.
  PREDICT("say what will happen"),
  /// Write what is left out.
  FILL("write what is missing"),
  /// Mend what is broken.
  REPAIR("mend what is broken"),
  /// Find the answer in what a run has left behind.
  INVESTIGATE("find it in the trace"),
  /// Make something; properties judge it.
  MAKE("make it");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  static Optional<Kind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equalsIgnoreCase(name)).findAny();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Kind::toString).toList();
  }

  /// What to do, in a few words.
  String words() {
    return words;
  }

  /// As a heading shows it: `Fill`.
  @Override
  public String toString() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
