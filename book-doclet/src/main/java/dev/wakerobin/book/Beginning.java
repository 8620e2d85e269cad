package dev.wakerobin.book;

/// How each chapter begins: with what it is for, and a question.
final class Beginning {
  static final String GOAL = "**Goal.**";
  static final String QUESTION = "**Predict.**";

  private Beginning() {}

  /// Complains about a chapter without a goal, and about a question that asks nothing.
  static void check(Chapter chapter, Faults faults) {
    Comment comment = chapter.pieces().getFirst().comment().orElseThrow();
    String markdown = comment.markdown();
    if (!markdown.contains(GOAL)) {
      faults.add(
          chapter.main().name(),
          chapter.titleLine(),
          "a chapter says what it is for: write /// " + GOAL + " below its title");
    }
    int question = markdown.indexOf(QUESTION);
    if (question >= 0 && markdown.indexOf('?', question) < 0) {
      faults.add(
          chapter.main().name(),
          comment.origin().lineOf(QUESTION),
          "nothing is asked: a prediction begins with a question, and ends with a question mark");
    }
  }
}
