package dev.wakerobin.tutorial.command;

/// A word that begins with two dashes.
///
/// @param name with the dashes
/// @param value what the help calls the word behind it; empty if there is none
/// @param what that word is, as in `--seed needs a number`
/// @param words what it is good for, in a line
record Option(String name, String value, String what, String words) {

  /// One with no word behind it.
  Option(String name, String words) {
    this(name, "", "", words);
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  /// As the help shows it: `--seed S`.
  String shown() {
    return takesValue() ? name + " " + value : name;
  }
}
