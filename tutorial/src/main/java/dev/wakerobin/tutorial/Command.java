package dev.wakerobin.tutorial;

/// What the reader asked for.
sealed interface Command {

  /// To begin at the beginning.
  record Start(Stage stage) implements Command {}

  /// One chapter.
  record Run(Chapter chapter, Stage stage) implements Command {}

  /// One chapter under several schedulers.
  record Compare(Race race) implements Command {}

  /// The table of contents.
  record Contents() implements Command {}

  /// The machines of async bodies, in lines no longer than that.
  record Explain(Explanation explanation, int width) implements Command {}

  /// How to use all this.
  record Help() implements Command {}
}
