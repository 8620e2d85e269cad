package dev.wakerobin.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Which task was polled after which, in one run: what it takes to run a program again in the same
/// order.
///
/// Tasks are named by where they were spawned, for numbers differ from run to run. `2` is the
/// second that was spawned from outside of any task, `2.1` the first that this one spawned:
///
/// ```
/// wakerobin recording 1
/// 1
/// 1.1
/// 1
/// ```
///
/// A poll is the atomic step. Of polls that overlapped only the order of their beginnings is kept.
///
/// @param polls the task of each poll, in the order in which the polls began
public record Recording(List<String> polls) {
  private static final String HEADER = "wakerobin recording 1";
  private static final Pattern PATH = Pattern.compile("[1-9][0-9]*(\\.[1-9][0-9]*)*");

  /// Copies the list; refuses what names no task.
  public Recording {
    polls = List.copyOf(polls);
    for (int i = 0; i < polls.size(); i++) {
      check(polls.get(i), "poll " + (i + 1));
    }
  }

  private static void check(String path, String where) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "%s: '%s' names no task: expected numbers above zero with dots between, as in 1.2"
              .formatted(where, path));
    }
  }

  /// Reads what [#text()] gave.
  ///
  /// @throws IllegalArgumentException if it is not that; the message names the line
  public static Recording parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(
          "line 1: expected '%s', and found '%s'"
              .formatted(HEADER, lines.isEmpty() ? "" : lines.getFirst()));
    }
    List<String> polls = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      check(lines.get(i), "line " + (i + 1));
      polls.add(lines.get(i));
    }
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException(
          "line %d: the last line is not ended: the text may have been cut off"
              .formatted(lines.size()));
    }
    return new Recording(polls);
  }

  /// One line for each poll, after a line that says what this is.
  public String text() {
    return HEADER + "\n" + String.join("", polls.stream().map(path -> path + "\n").toList());
  }
}
