package dev.wakerobin.benchmarks;

import java.io.PrintStream;

/// One line that says what is going on. At a terminal it is written over again and again; where
/// nobody watches, a line is written when its beginning changes, that is, once a round.
final class Progress {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private String title = "";

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /// @param line what, a colon, and what of it
  void show(String line) {
    if (terminal) {
      out.print(ERASE_LINE + line);
      out.flush();
      return;
    }
    String now = line.substring(0, line.indexOf(':'));
    if (!now.equals(title)) {
      title = now;
      out.println(now + " ...");
    }
  }

  void end() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }
}
