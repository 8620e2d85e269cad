package dev.wakerobin.trace;

import java.io.IOException;

/// Thrown for a file that is no trace, or a damaged one: where, what was expected, what was found.
public final class TraceFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  TraceFormatException(int line, int column, String expected, String found) {
    this(line, column, "expected " + expected + ", found " + found);
  }

  TraceFormatException(int line, int column, String complaint) {
    super("line " + line + ", column " + column + ": " + complaint);
    this.line = line;
    this.column = column;
  }

  /// The line, from 1.
  public int line() {
    return line;
  }

  /// The column, from 1, in characters.
  public int column() {
    return column;
  }
}
