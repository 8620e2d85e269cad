package dev.wakerobin.tutorial.command;

import java.util.ArrayList;
import java.util.List;

/// Text of code with notes behind it, broken to fit a width: a note goes above its line if there is
/// no room behind it, and a long line goes on below, indented.
final class Fitted {
  private static final String NOTE = "  // line ";
  private static final List<String> BREAKS = List.of("; ", " instanceof ", " ", "(");
  private static final String INDENT = "    ";

  private final int width;
  private final List<String> lines = new ArrayList<>();

  private Fitted(int width) {
    this.width = width;
  }

  static List<String> lines(String text, int width) {
    Fitted fitted = new Fitted(width);
    text.lines().forEach(fitted::add);
    return fitted.lines;
  }

  private void add(String line) {
    int note = line.indexOf(NOTE);
    if (line.length() <= width || note < 0) {
      addBroken(line);
      return;
    }
    String code = line.substring(0, note).stripTrailing();
    String indent = " ".repeat(columns(code));
    lines.add(cut(indent + line.substring(note).strip()));
    addBroken(code);
  }

  /// Where the code begins, behind a label.
  private static int columns(String code) {
    int at = code.startsWith(" ") ? 0 : code.indexOf(' ');
    while (at >= 0 && at < code.length() && code.charAt(at) == ' ') {
      at++;
    }
    return Math.max(at, 0);
  }

  private String cut(String line) {
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private void addBroken(String line) {
    String rest = line;
    String indent = " ".repeat(columns(line)) + INDENT;
    while (rest.length() > width) {
      int end = end(rest, indent.length());
      if (end < 0) {
        break; // There is nowhere to break it.
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end);
    }
    lines.add(rest);
  }

  /// Where a line goes on below: behind a statement, before a word of a condition, at any blank, or
  /// else behind a parenthesis.
  private int end(String line, int from) {
    for (String each : BREAKS) {
      int at = line.lastIndexOf(each, width - 1);
      if (at > from) {
        return at + (each.equals("; ") ? 2 : 1);
      }
    }
    return -1;
  }
}
