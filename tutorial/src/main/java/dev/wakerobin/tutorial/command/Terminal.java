package dev.wakerobin.tutorial.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where the reader sits.
///
/// @param interactive whether there is somebody to press Enter
/// @param colours whether to use them
public record Terminal(
    BufferedReader in, PrintStream out, PrintStream err, boolean interactive, boolean colours) {

  /// The one that this process was started from.
  static Terminal ofThisProcess() {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    boolean colours =
        interactive && isEmpty(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        drawable(System.out, FileDescriptor.out),
        System.err,
        interactive,
        colours);
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  /// The stream itself if its charset has what pictures are drawn with; else the same in UTF-8. The
  /// "C" locale knows ASCII only, yet says nothing about the terminal, which is hardly ever that
  /// old.
  private static PrintStream drawable(PrintStream stream, FileDescriptor descriptor) {
    return stream.charset().newEncoder().canEncode("─▶█")
        ? stream
        : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
