package dev.wakerobin.tutorial;

import dev.wakerobin.tutorial.command.Main;
import dev.wakerobin.tutorial.command.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader sees who types some words after `./wakerobin`.
///
/// @param exit the exit code
public record Reading(int exit, String out, String err) {
  private static final String CLOCK = " *[0-9,]+\\.[0-9]{3}  ";

  /// Reads without a terminal, as in a pipe.
  public static Reading of(String... words) {
    return ofBook(Book.whole(), words);
  }

  /// The same with another book.
  public static Reading ofBook(Book book, String... words) {
    return read(book, "", false, false, words);
  }

  /// Reads at a terminal, and types that.
  public static Reading atTerminal(String typed, boolean colours, String... words) {
    return read(Book.whole(), typed, true, colours, words);
  }

  /// The same with another book.
  public static Reading atTerminal(Book book, String typed, String... words) {
    return read(book, typed, true, false, words);
  }

  /// Reads without a terminal, and with that coming in.
  public static Reading typing(String typed, String... words) {
    return read(Book.whole(), typed, false, false, words);
  }

  private static Reading read(
      Book book, String typed, boolean interactive, boolean colours, String... words) {
    BufferedReader in = new BufferedReader(new StringReader(typed));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(in, stream(out), stream(err), interactive, colours);
    int exit = new Main(book, terminal).run(List.of(words));
    return new Reading(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /// The lines of what was printed.
  public List<String> lines() {
    return out.lines().toList();
  }

  /// The lines of its picture, without the clock.
  public List<String> picture() {
    return lines().stream()
        .filter(line -> line.matches(CLOCK + ".*"))
        .map(line -> line.replaceFirst(CLOCK, ""))
        .toList();
  }

  /// The number in the first place where that pattern, with one group, is found.
  public long number(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(out);
    if (!matcher.find()) {
      throw new AssertionError("no '" + pattern + "' in:\n" + out);
    }
    return Long.parseLong(matcher.group(1).replace(",", ""));
  }
}
