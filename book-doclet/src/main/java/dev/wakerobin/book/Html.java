package dev.wakerobin.book;

import java.util.Locale;

/// Pieces of HTML that XML parsers read as well.
final class Html {
  private Html() {}

  /// Text, for between tags and within attributes. What XML does not allow becomes the replacement
  /// character.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return space || (c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF);
  }

  /// What a heading is called in an address: `often-believed-spawn-runs-it-now`.
  static String slug(String heading) {
    String words = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return words.replaceAll("^-|-$", "");
  }

  /// The text of a piece of HTML, without its tags.
  static String text(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
