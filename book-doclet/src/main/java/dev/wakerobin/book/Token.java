package dev.wakerobin.book;

/// A piece of Java source, from one place of the file to before another.
record Token(Kind kind, int from, int to) {

  /// What it is, as far as colours go.
  enum Kind {
    KEYWORD,
    NAME,
    TEXT,
    NUMBER,
    COMMENT,
    /// Brackets, operators, blanks and line ends.
    OTHER
  }
}
