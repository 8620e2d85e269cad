package dev.wakerobin.async;

/// What a generated class says about its source, in one constant: file, class, method, and the line
/// of each await.
///
/// ```
/// Hello.java|demo.Hello|greet|7,8,12
/// ```
record Script(String file, String type, String method, int[] lines) {

  static Script of(Frame<?> frame) {
    String[] parts = frame.script().split("\\|", -1);
    String[] numbers = parts[3].split(",", -1);
    int[] lines = new int[numbers.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Integer.parseInt(numbers[i]);
    }
    return new Script(parts[0], parts[1], parts[2], lines);
  }

  String function() {
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }

  int line(int state) {
    return lines[state - 1];
  }

  StackTraceElement position(int state) {
    return new StackTraceElement(type, method, file, line(state));
  }
}
