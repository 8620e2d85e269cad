package dev.wakerobin.tutorial;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes text that a program prints narrow enough for the page. A long line is broken after a
/// statement, and the next one stands below it; if there is none, at a blank, and what goes on is
/// indented. A label in front of the line and a line number behind it are taken care of.
public final class Listing {
  private static final Pattern LINE =
      Pattern.compile("((?:\\w+:| *case \\d+:)? *)(.*?)(?: *(// line \\d+))?");
  private static final String STATEMENT = "; ";
  private static final List<String> BREAKS = List.of(STATEMENT, "{ ", " instanceof", " + ", " ");
  private static final String INDENT = "  ";

  private final StringBuilder narrow = new StringBuilder();

  private Listing() {}

  /// The same with no line longer than a page is wide, unless there is nowhere to break it.
  public static String narrow(String text) {
    Listing listing = new Listing();
    text.lines().forEach(listing::add);
    return listing.narrow.toString();
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("matches any line, but not: " + line);
    }
    String margin = " ".repeat(parts.group(1).length());
    String code = parts.group(1) + parts.group(2);
    String note = parts.group(3) == null ? "" : INDENT + parts.group(3);
    int end = end(code, margin.length());
    while (end < code.length()) {
      String piece = code.substring(0, end).stripTrailing();
      boolean noted = piece.length() + note.length() <= Page.WIDTH;
      narrow.append(piece).append(noted ? note : "").append('\n');
      note = noted ? "" : note;
      String indent = piece.endsWith(STATEMENT.strip()) ? margin : margin + INDENT;
      code = indent + code.substring(end).strip();
      end = end(code, indent.length());
    }
    boolean fits = note.isEmpty() || code.length() + note.length() <= Page.WIDTH;
    narrow.append(code).append(fits ? note : "\n" + margin + note).append('\n');
  }

  /// Where that line is to be broken; at its end if it fits, or if nothing else helps.
  private static int end(String code, int margin) {
    if (code.length() > Page.WIDTH) {
      for (String each : BREAKS) {
        int end = code.lastIndexOf(each, Page.WIDTH - 1);
        if (end > margin) {
          return each.startsWith(" ") ? end : end + 1;
        }
      }
    }
    return code.length();
  }
}
