package dev.wakerobin.trace;

import java.util.List;
import java.util.Map;

/// A line of a trace file that is being read, word by word, from the left. Words are parted by one
/// space; a `key=` is a word that has no space behind it.
final class Line {
  private static final int SHOWN = 30;

  private final int number;
  private final String text;
  private int at;

  Line(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// Passes over a word that has to be there.
  Line skip(String expected) throws TraceFormatException {
    toNextWord("'" + expected + "'");
    if (!text.startsWith(expected, at)) {
      throw unexpected("'" + expected + "'");
    }
    at += expected.length();
    return this;
  }

  /// Passes over a word if it is there.
  boolean tryWord(String word) {
    boolean there = text.startsWith(word, at) && isEnd(at + word.length());
    if (there) {
      at += word.length();
    }
    return there;
  }

  /// A whole number.
  long number(String what) throws TraceFormatException {
    toNextWord(what);
    int end = endOfWord();
    try {
      long value = Long.parseLong(text, at, end, 10);
      if (!Long.toString(value).contentEquals(text.subSequence(at, end))) {
        throw unexpected(what + ", a number with no '+' and no leading zero");
      }
      at = end;
      return value;
    } catch (NumberFormatException _) {
      throw unexpected(what + ", a whole number");
    }
  }

  /// A whole number, zero or more, that fits an `int`.
  int count(String what) throws TraceFormatException {
    toNextWord(what);
    int start = at;
    long value = number(what);
    if (value < 0 || value > Integer.MAX_VALUE) {
      at = start;
      throw unexpected(what + ", a number of 0 to " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /// What the map has under the number that comes next.
  <T> T entry(String what, Map<Long, T> entries) throws TraceFormatException {
    toNextWord(what);
    int start = at;
    T found = entries.get(number(what));
    if (found == null) {
      at = start;
      throw unexpected(what);
    }
    return found;
  }

  /// One of these words.
  String oneOf(List<String> words) throws TraceFormatException {
    String expected = "one of " + String.join(", ", words);
    toNextWord(expected);
    int end = endOfWord();
    String word = text.substring(at, end);
    if (!words.contains(word)) {
      throw unexpected(expected);
    }
    at = end;
    return word;
  }

  /// What the map has under the word that comes next.
  <T> T oneOf(Map<String, T> entries) throws TraceFormatException {
    T found = entries.get(oneOf(entries.keySet().stream().sorted().toList()));
    if (found == null) {
      throw new AssertionError("a word that is in the map");
    }
    return found;
  }

  /// A string in quotes, as [Quotes] writes them.
  String quoted() throws TraceFormatException {
    skip("\"");
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
    }
    if (at == text.length()) {
      throw unexpected("the quote that ends the string");
    }
    at++;
    return string.toString();
  }

  private char escaped() throws TraceFormatException {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    char c =
        switch (kind) {
          case '"', '\\' -> kind;
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> unicode();
          default -> throw unexpected("\\\", \\\\, \\n, \\r, \\t or \\u and four hex digits");
        };
    at += kind == 'u' ? 6 : 2;
    return c;
  }

  private char unicode() throws TraceFormatException {
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw unexpected("\\u and four hex digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  /// The line has to be over here.
  void end() throws TraceFormatException {
    if (at < text.length()) {
      throw unexpected("the end of the line");
    }
  }

  private void toNextWord(String expected) throws TraceFormatException {
    boolean inWord = at == 0 || text.charAt(at - 1) == '=' || text.charAt(at - 1) == ' ';
    if (inWord) {
      return;
    }
    if (at < text.length() && text.charAt(at) != ' ') {
      throw unexpected("a space");
    }
    if (at == text.length()) {
      throw unexpected(expected);
    }
    at++;
  }

  private int endOfWord() {
    int end = at;
    while (!isEnd(end)) {
      end++;
    }
    return end;
  }

  private boolean isEnd(int place) {
    return place >= text.length() || text.charAt(place) == ' ';
  }

  private TraceFormatException unexpected(String expected) {
    String rest = text.substring(Math.min(at, text.length()));
    String found =
        rest.isEmpty()
            ? "the end of the line"
            : Quotes.quote(rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest);
    return new TraceFormatException(number, at + 1, expected, found);
  }
}
