package dev.wakerobin.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines with figures that differ from run to run. In a pattern such a figure is a `#`.
final class Measured {
  private static final Pattern FIGURE = Pattern.compile("#|[0-9][0-9,]*(?:\\.[0-9]+)?");

  private Measured() {}

  /// What both lines have in common: the first line itself if they are the same. If they differ
  /// by more than figures, the first line alone counts.
  static String pattern(String line, String other) {
    Matcher figure = FIGURE.matcher(line);
    Matcher second = FIGURE.matcher(other);
    boolean isAlike = withoutFigures(line).equals(withoutFigures(other));
    StringBuilder pattern = new StringBuilder();
    boolean isMeasured = false;
    while (figure.find()) {
      boolean hasSecond = isAlike && second.find();
      boolean differs =
          figure.group().equals("#") || (hasSecond && !second.group().equals(figure.group()));
      isMeasured |= differs;
      figure.appendReplacement(pattern, differs ? "#" : figure.group());
    }
    figure.appendTail(pattern);
    return isMeasured ? normal(pattern.toString()) : line;
  }

  /// Whether the line is as the pattern has it.
  static boolean matches(String pattern, String line) {
    if (!withoutFigures(pattern).equals(withoutFigures(line))) {
      return false;
    }
    Matcher accepted = FIGURE.matcher(pattern);
    Matcher now = FIGURE.matcher(line);
    while (accepted.find() && now.find()) {
      if (!accepted.group().equals("#") && !accepted.group().equals(now.group())) {
        return false;
      }
    }
    return true;
  }

  private static String withoutFigures(String line) {
    return normal(FIGURE.matcher(line).replaceAll("#"));
  }

  /// Blanks and bars do not count: their number depends on the figures.
  private static String normal(String line) {
    return line.replaceAll("[ █▌▍▎]+", " ").strip();
  }
}
