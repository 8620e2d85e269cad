package dev.wakerobin.trace;

/// What a cell of a [Gantt] chart can show, in Unicode and in ASCII.
enum Sign {
  NOTHING(' ', ' ', ""),
  ASLEEP('·', '.', "asleep"),
  POLLED('█', '#', "polled"),
  WAITS('─', '-', "woken, waits for its poll"),
  ARROW('▶', '>', ""),
  LINE('│', '|', ""),
  FROM_ABOVE('└', '`', ""),
  FROM_BELOW('┌', ',', ""),
  TO_BELOW('┬', '+', ""),
  TO_ABOVE('┴', '+', ""),
  READY('✓', '*', "ready"),
  THREW('✗', '!', "threw"),
  CANCELLED('⊗', 'x', "cancelled"),
  SELF('↻', '@', "woke itself"),
  TIMER('t', 't', "timer"),
  ABORT('a', 'a', "told to end"),
  BLOCKING('b', 'b', "blocking call"),
  FOREIGN('f', 'f', "other thread"),
  SPAWNED('s', 's', "spawned from outside"),
  PARKED('░', '_', "parked"),
  STOLE('«', '<', "stole"),
  UP('↑', '^', "woken from a row below"),
  DOWN('↓', 'v', "woken from a row above");

  private final char unicode;
  private final char ascii;
  private final String legend;

  Sign(char unicode, char ascii, String legend) {
    this.unicode = unicode;
    this.ascii = ascii;
    this.legend = legend;
  }

  char in(boolean plainAscii) {
    return plainAscii ? ascii : unicode;
  }

  /// What the legend says of it; empty if it needs no explanation.
  String legend() {
    return legend;
  }
}
