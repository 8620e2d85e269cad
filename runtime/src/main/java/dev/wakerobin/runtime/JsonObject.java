package dev.wakerobin.runtime;

import java.util.List;

/// A JSON object that is being written.
final class JsonObject {
  private final StringBuilder text = new StringBuilder("{");

  JsonObject text(String name, String value) {
    return raw(name, quoted(value));
  }

  JsonObject list(String name, List<String> values) {
    return raw(name, "[" + String.join(",", values) + "]");
  }

  /// A member whose value is JSON already.
  JsonObject raw(String name, String value) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(quoted(name)).append(':').append(value);
    return this;
  }

  String end() {
    return text + "}";
  }

  /// A string in quotes. Half a surrogate pair is escaped, too: it could not be written as UTF-8.
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            each -> {
              if (each == '"' || each == '\\') {
                quoted.append('\\').append((char) each);
              } else if (each < ' '
                  || (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
                quoted.append("\\u%04x".formatted(each));
              } else {
                quoted.appendCodePoint(each);
              }
            });
    return quoted.append('"').toString();
  }
}
