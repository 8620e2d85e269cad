package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts Java source into tokens, for colours. It relies on a compiler having accepted the source.
final class JavaTokens {
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null _"
              .split(" "));

  /// Keywords only where a word follows.
  private static final Set<String> SOMETIMES =
      Set.of("record", "sealed", "permits", "var", "yield", "when", "module", "requires");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private JavaTokens(String text) {
    this.text = text;
  }

  /// The tokens of that source. They touch each other, and cover it.
  static List<Token> of(String text) {
    JavaTokens tokens = new JavaTokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      add(Token.Kind.COMMENT, before("\n", at));
    } else if (text.startsWith("/*", at)) {
      add(Token.Kind.COMMENT, behind("*/", at + 2));
    } else if (text.startsWith("\"\"\"", at)) {
      add(Token.Kind.TEXT, quoted("\"\"\""));
    } else if (c == '"' || c == '\'') {
      add(Token.Kind.TEXT, quoted(String.valueOf(c)));
    } else if (Character.isDigit(c)) {
      add(Token.Kind.NUMBER, number());
    } else if (Character.isJavaIdentifierStart(c)) {
      int end = word(at);
      add(isKeyword(end) ? Token.Kind.KEYWORD : Token.Kind.NAME, end);
    } else {
      add(Token.Kind.OTHER, at + 1);
    }
  }

  private void add(Token.Kind kind, int to) {
    tokens.add(new Token(kind, at, to));
    at = to;
  }

  private int before(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found;
  }

  private int behind(String end, int from) {
    return Math.min(text.length(), before(end, from) + end.length());
  }

  private int quoted(String quote) {
    int i = at + quote.length();
    while (i < text.length() && !text.startsWith(quote, i)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + quote.length());
  }

  private int number() {
    int i = at;
    while (i < text.length() && (Character.isJavaIdentifierPart(text.charAt(i)) || isPoint(i))) {
      i++;
    }
    return i;
  }

  private boolean isPoint(int i) {
    return text.charAt(i) == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
  }

  private int word(int from) {
    int i = from;
    while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isKeyword(int end) {
    String word = text.substring(at, end);
    return KEYWORDS.contains(word)
        || (SOMETIMES.contains(word)
            && end + 1 < text.length()
            && text.charAt(end) == ' '
            && Character.isJavaIdentifierStart(text.charAt(end + 1)));
  }
}
