package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is said to the learner, in lines of 60 columns at most; only what the learner's own program
/// or compiler says may be wider.
///
/// @param colours whether to use them
record Words(boolean colours) {
  static final int WIDTH = 60;
  private static final int BAR = 24;

  /// How far the learner is, as a bar.
  String bar(Learner learner) {
    long passed = learner.passed();
    int all = learner.catalogue().exercises().size();
    int full = (int) (BAR * passed / all);
    return "[%s%s] %d of %d".formatted("#".repeat(full), "-".repeat(BAR - full), passed, all);
  }

  /// What an exercise asks.
  String question(Exercise exercise, Path file) {
    return "%s\n%s: %s\n\n%s\n\nyour file: %s"
        .formatted(
            bold("%s · %s".formatted(exercise.id(), exercise.title())),
            exercise.kind(),
            exercise.kind().words(),
            wrapped(exercise.text()),
            file);
  }

  String hint(Exercise exercise, int number, String text) {
    return "%s\n%s"
        .formatted(bold("Hint %d of %d".formatted(number, exercise.hints().size())), wrapped(text));
  }

  String solution(Exercise exercise, boolean passed) throws IOException {
    String remark =
        passed
            ? "One way to do it; yours is as good if it passes."
            : "You have not passed this one yet. Close this again if you would rather try.";
    return "%s\n\n%s".formatted(wrapped(remark), Files.readString(exercise.solution()));
  }

  String contents(Learner learner) {
    StringBuilder text = new StringBuilder(bar(learner)).append("\n\n");
    for (Exercise exercise : learner.catalogue().exercises()) {
      text.append(learner.progress().hasPassed(exercise) ? "✓ " : "  ")
          .append(exercise.id())
          .append("  ")
          .append(exercise.title())
          .append('\n');
    }
    return text.toString();
  }

  String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /// Breaks lines anew. Paragraphs stay; so do lines that are indented by four, which are code.
  static String wrapped(String text) {
    return wrapped(text, WIDTH);
  }

  /// The same in lines of that width.
  static String wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String each : text.split("\n", -1)) {
      if (each.isBlank() || each.startsWith("    ")) {
        flush(line, lines);
        lines.add(each);
        continue;
      }
      for (String word : each.strip().split(" +", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          flush(line, lines);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    flush(line, lines);
    return String.join("\n", lines);
  }

  /// Breaks each line that is too long, and keeps its indentation. No two lines are joined.
  static String folded(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String each : text.split("\n", -1)) {
      String indent = each.substring(0, each.length() - each.stripLeading().length());
      StringBuilder line = new StringBuilder();
      for (String word : each.stripLeading().split(" ", -1)) {
        if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
          lines.add(indent + line);
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(indent + line);
    }
    return String.join("\n", lines);
  }

  private static void flush(StringBuilder line, List<String> lines) {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
