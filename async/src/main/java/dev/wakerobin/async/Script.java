package dev.wakerobin.async;

import java.util.List;

/// What a generated class says about its source, in one constant: file, class, method, and the line
/// of each await.
///
/// ```
/// Hello.java|demo.Hello|greet|7,8,12
/// ```
record Script(String file, String type, String method, List<String> lines) {

  static Script of(Frame<?> frame) {
    String[] parts = frame.script().split("\\|", -1);
    return new Script(parts[0], parts[1], parts[2], List.of(parts[3].split(",", -1)));
  }

  String function() {
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }

  int line(int state) {
    return Integer.parseInt(lines.get(state - 1));
  }

  StackTraceElement position(int state) {
    return new StackTraceElement(type, method, file, line(state));
  }
}
