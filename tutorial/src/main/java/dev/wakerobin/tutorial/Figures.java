package dev.wakerobin.tutorial;

/// Writes numbers for people, in columns. By hand: a formatter would take longer to load than the
/// whole first page to print.
public final class Figures {
  private Figures() {}

  /// Milliseconds with one decimal: `20.1`.
  public static String millis(long nanos) {
    long tenths = Math.round(nanos / 100_000.0);
    return grouped(tenths / 10) + "." + tenths % 10;
  }

  /// Milliseconds with three decimals: `20.148`.
  public static String micros(long nanos) {
    long micros = Math.round(nanos / 1_000.0);
    String rest = Long.toString(1_000 + micros % 1_000);
    return grouped(micros / 1_000) + "." + rest.substring(1);
  }

  /// With commas: `41,822`.
  public static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int place = digits.length() - 3; place > 0; place -= 3) {
      digits.insert(place, ',');
    }
    return digits.toString();
  }

  /// A line of a table: a label of 28 columns, and figures of 8.
  public static String row(String label, String... figures) {
    StringBuilder line = new StringBuilder(left(label, 28));
    for (String figure : figures) {
      line.append(right(figure, 8));
    }
    return line.toString();
  }

  /// At the right of a column.
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /// At the left of a column.
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
