package dev.wakerobin.async;

import java.util.List;
import java.util.stream.Stream;

/// What a generated class says about its source, in one constant: file, class, method, the line of
/// each await, its fields with their kinds, and which of them hold variables at each await.
///
/// ```
/// Hello.java|demo.Hello|greet|7,8|name/A;n/I|0A./other;0A.1Z
/// ```
///
/// Here `name` is kept at both awaits, and `other` is known to be null at the first. At the second
/// there is `n` as well: an int in the field, a boolean in the source. If there is too much to be
/// one constant, the last two parts are empty.
record Script(
    String file,
    String type,
    String method,
    List<String> lines,
    List<String> fields,
    List<String> kept) {

  static Script of(Frame<?> frame) {
    String[] parts = frame.script().split("\\|", 6);
    return new Script(
        parts[0],
        parts[1],
        parts[2],
        list(parts[3], ","),
        list(parts[4], ";"),
        list(parts[5], ";"));
  }

  private static List<String> list(String part, String separator) {
    return List.of(part.split(separator, -1));
  }

  String function() {
    return function(type, method);
  }

  /// A method with its class, as a reader of the source knows it: `Hello.greet`.
  static String function(String type, String method) {
    return method.equals(Misplaced.SNIPPETS_METHOD)
        ? Misplaced.SNIPPET
        : type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }

  /// The line of an await, below 1 if the class was compiled without lines.
  private int line(int state) {
    return Integer.parseInt(lines.get(state - 1));
  }

  StackTraceElement position(int state) {
    int line = line(state);
    return new StackTraceElement(type, method, file, line > 0 ? line : -1);
  }

  /// File and line of an await.
  String place(int state) {
    int line = line(state);
    return line > 0 ? file + ":" + line : file;
  }

  /// The variables that are kept there.
  List<Entry> variables(int state) {
    String here = state <= kept.size() ? kept.get(state - 1) : "";
    return here.isEmpty() ? List.of() : Stream.of(here.split("\\.")).map(this::entry).toList();
  }

  private Entry entry(String text) {
    if (text.startsWith("/")) {
      return new Entry(text.substring(1), 'N', 'N');
    }
    int last = text.length() - 1;
    String field = fields.get(Integer.parseInt(text.substring(0, last)));
    int slash = field.indexOf('/');
    return new Entry(field.substring(0, slash), field.charAt(slash + 1), text.charAt(last));
  }

  /// A variable that is kept.
  ///
  /// @param field the name of the field that it is in
  /// @param kind that of the field: `A` for a reference, else as in a descriptor; `N` if there is
  ///     no field, for the variable is known to be null
  /// @param shown that of the variable in the source
  record Entry(String field, char kind, char shown) {}
}
