package dev.wakerobin.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The text of a trace inside a page, a picture or a JSON file: so whoever is sent one of these can
/// still ask for everything.
///
/// In a page and a picture its lines stand as they are, with angle brackets and `&` escaped; in
/// JSON they are the strings of an array, one a line.
///
/// @param text as in a [TraceFile]
/// @param lines how many lines of the file are above it
record Carried(String text, int lines) {
  private static final String ELEMENT = "script";

  /// What a page or a picture would take for its own, or XML does not allow.
  private static final Pattern UNFIT = Pattern.compile("[<>&\\uFFFE\\uFFFF]");

  // ---- Putting it in

  /// As an element of a page or a picture, which shows nothing.
  static String element(Trace trace) {
    String text = UNFIT.matcher(TraceFile.text(trace)).replaceAll(Carried::escape);
    return "<%s type=\"application/x-wakerobin-trace\">\n%s</%s>\n"
        .formatted(ELEMENT, text, ELEMENT);
  }

  private static String escape(MatchResult unfit) {
    return "\\\\u%04x".formatted((int) unfit.group().charAt(0));
  }

  /// As an array of JSON.
  static String array(Trace trace) {
    List<String> lines = TraceFile.text(trace).lines().map(Quotes::quote).toList();
    return "[\n" + String.join(",\n", lines) + "\n]";
  }

  // ---- Finding it

  /// The one in that text, if it carries one and is not itself the text of a trace.
  ///
  /// @throws TraceFormatException if a line of JSON is damaged
  static Optional<Carried> in(String file) throws TraceFormatException {
    if (file.startsWith(TraceFile.MAGIC)) {
      return Optional.empty();
    }
    List<String> lines = file.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(TraceFile.MAGIC + " ")) {
        return Optional.of(new Carried(joined(until(lines, i, "</" + ELEMENT + ">")), i));
      }
      if (lines.get(i).startsWith("\"" + TraceFile.MAGIC + " ")) {
        return Optional.of(new Carried(joined(unquoted(until(lines, i, "]"), i)), i));
      }
    }
    return Optional.empty();
  }

  /// The lines from that one on, up to one that begins so; to the end if the file was cut.
  private static List<String> until(List<String> lines, int from, String end) {
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith(end)) {
      to++;
    }
    return lines.subList(from, to);
  }

  private static List<String> unquoted(List<String> lines, int above) throws TraceFormatException {
    List<String> unquoted = new ArrayList<>();
    for (String each : lines) {
      String string = each.endsWith(",") ? each.substring(0, each.length() - 1) : each;
      Line line = new Line(above + unquoted.size() + 1, string);
      unquoted.add(line.quoted());
      line.end();
    }
    return unquoted;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
