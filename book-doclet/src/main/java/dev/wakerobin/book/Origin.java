package dev.wakerobin.book;

import java.util.List;

/// Where a text of the book stands: what is wrong with it is told with a line of that file.
///
/// @param lines of the whole file; line 1 is at index 0
/// @param line where the text begins, from 1
record Origin(String file, List<String> lines, int line) {

  /// The first line, from there on, that has that in it; if none has, the one where the text
  /// begins.
  int lineOf(String piece) {
    for (int at = line; at <= lines.size(); at++) {
      if (lines.get(at - 1).contains(piece)) {
        return at;
      }
    }
    return line;
  }

  /// The same, further down.
  Origin plus(int linesBelow) {
    return new Origin(file, lines, line + linesBelow);
  }

  /// As messages have it: `Chapter01.java:9`.
  String shortly(String piece) {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + lineOf(piece);
  }
}
