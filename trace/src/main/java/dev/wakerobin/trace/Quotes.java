package dev.wakerobin.trace;

/// Strings in quotes, by the rules of JSON.
final class Quotes {
  private Quotes() {}

  /// In quotes, with everything escaped that could not stand in a line of a text file.
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (isPlain(text, i)) {
            quoted.append(c);
          } else {
            quoted.append(unicode(c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
  }

  private static String unicode(char c) {
    return "\\u" + Integer.toHexString(0x10000 | c).substring(1);
  }
}
