package dev.wakerobin.trace;

/// Writes elements of SVG, one a line.
final class SvgPen {
  private final StringBuilder out = new StringBuilder();

  /// Opens an element.
  ///
  /// @param attributes names and values by turns
  void open(String element, String... attributes) {
    start(element, attributes).append(">\n");
  }

  void close(String element) {
    out.append("</").append(element).append(">\n");
  }

  void empty(String element, String... attributes) {
    start(element, attributes).append("/>\n");
  }

  /// An element with text in it.
  void text(String element, String text, String... attributes) {
    start(element, attributes).append('>').append(escaped(text));
    close(element);
  }

  void raw(String text) {
    out.append(text).append('\n');
  }

  private StringBuilder start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  /// A number of pixels, to a tenth.
  static String number(double pixels) {
    long tenths = Math.round(pixels * 10);
    String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
    return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths % 10);
  }

  /// The commands and numbers of a path.
  static String path(Object... parts) {
    StringBuilder path = new StringBuilder();
    for (Object part : parts) {
      switch (part) {
        case String command -> path.append(command);
        case Double number -> path.append(number(number)).append(' ');
        default -> throw new IllegalArgumentException("neither a command nor a number: " + part);
      }
    }
    return path.toString().stripTrailing();
  }

  /// For text and for attributes. What XML does not allow becomes the replacement character.
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

  @Override
  public String toString() {
    return out.toString();
  }
}
