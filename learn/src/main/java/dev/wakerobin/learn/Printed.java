package dev.wakerobin.learn;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What the whole program prints while this is open, on whatever thread. The end of it, if it is
/// much.
final class Printed implements AutoCloseable {
  private static final int MOST_LINES = 20;
  private static final int MOST_BYTES = 1 << 20;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Bytes bytes = new Bytes();

  private Printed() {}

  static Printed fromNowOn() {
    Printed printed = new Printed();
    PrintStream stream = new PrintStream(printed.bytes, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    return printed;
  }

  String text() {
    var lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    int skipped = Math.max(0, lines.size() - MOST_LINES);
    String last = String.join("\n", lines.subList(skipped, lines.size()));
    return skipped == 0 ? last : "(%d lines before)\n%s".formatted(skipped, last);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }

  /// A program that prints for ever does not fill the memory.
  private static final class Bytes extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] b, int off, int len) {
      if (count > MOST_BYTES) {
        reset();
      }
      super.write(b, off, len);
    }
  }
}
