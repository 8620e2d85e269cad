package dev.wakerobin.async.lowering;

/// Constants as they are written in Java.
final class Literals {
  private Literals() {}

  /// A text in quotes, on one line whatever is in it.
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      quoted.append(letter(text.charAt(i)));
    }
    return quoted.append('"').toString();
  }

  private static String letter(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isShown(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    };
  }

  private static boolean isShown(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  static String number(float number) {
    return Float.isFinite(number) ? number + "f" : named("Float", number);
  }

  static String number(double number) {
    return Double.isFinite(number) ? String.valueOf(number) : named("Double", number);
  }

  private static String named(String type, double number) {
    if (Double.isNaN(number)) {
      return type + ".NaN";
    }
    return type + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
  }
}
