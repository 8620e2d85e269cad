package dev.wakerobin.async.lowering;

import java.util.ArrayList;
import java.util.List;

/// Text in three columns: labels, statements, and the source lines they come from.
final class Page {
  private static final int WIDEST = 76;
  private static final int ROW = 48;
  private static final int LABELS = 9;

  private record Row(String label, String text, int line) {}

  private final List<Row> rows = new ArrayList<>();
  private String label = "";
  private int line;
  private int depth;

  /// The next statement stands at that label.
  void label(String name) {
    flush();
    label = name;
  }

  /// The next statement comes from that source line.
  void line(int number) {
    line = number;
  }

  void indent() {
    depth++;
  }

  void outdent() {
    depth = Math.max(0, depth - 1);
  }

  void statement(String text) {
    rows.add(new Row(label, "  ".repeat(depth) + text, line));
    label = "";
    line = 0;
  }

  /// Several short ones, as many in a row as fit. Behind the first row's beginning stands the rest.
  void statements(String beginning, List<String> all) {
    StringBuilder row = new StringBuilder(beginning);
    for (String one : all) {
      if (row.length() > beginning.length() && row.length() + one.length() > ROW) {
        statement(row.toString().stripTrailing());
        row = new StringBuilder(" ".repeat(beginning.length()));
      }
      row.append(one).append(' ');
    }
    if (!all.isEmpty()) {
      statement(row.toString().stripTrailing());
    }
  }

  private void flush() {
    if (!label.isEmpty()) {
      rows.add(new Row(label, "", 0));
      label = "";
    }
  }

  /// The whole.
  ///
  /// @param source the lines of the source file; if there are none the numbers stand alone
  String print(List<String> source) {
    flush();
    int width = 0;
    for (Row row : rows) {
      int length = row.text.length();
      width = length <= WIDEST && row.line > 0 ? Math.max(width, length) : width;
    }
    StringBuilder page = new StringBuilder();
    for (Row row : rows) {
      String left = pad(row.label.isEmpty() ? "" : row.label + ":", LABELS) + row.text;
      String right = row.line > 0 ? "  // " + quote(row.line, source) : "";
      String all = right.isEmpty() ? left : pad(left, LABELS + width) + right;
      page.append(all.stripTrailing()).append('\n');
    }
    return page.toString();
  }

  private static String quote(int line, List<String> source) {
    return line <= source.size()
        ? "line " + line + ": " + source.get(line - 1).strip()
        : "line " + line;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
