package dev.wakerobin.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What javac said, without what only follows from something else.
final class Complaints {
  private static final Pattern ERROR = Pattern.compile("^(\\S.*?:\\d+: )error: (.*)$");
  private static final Pattern NO_PART_OF_ONE = Pattern.compile("^(Note: .*|\\d+ errors?)$");
  private static final String MISPLACED = "await in ";

  /// `await` declares Exception. Where it is refused as such, it is beside the point that nobody
  /// catches that.
  private static final String UNCAUGHT = "unreported exception Exception;";

  /// @param place the file and the line
  private record Complaint(String place, String message, StringBuilder lines) {}

  private Complaints() {}

  /// The errors in that text as they stand there, each once; empty if there are none.
  static String of(String said) {
    List<Complaint> all = read(said);
    Set<String> told = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    for (Complaint each : all) {
      boolean follows =
          each.message.startsWith(UNCAUGHT)
              && all.stream()
                  .anyMatch(o -> o.place.equals(each.place) && o.message.startsWith(MISPLACED));
      if (!follows && told.add(each.place + each.message)) {
        text.append(each.lines);
      }
    }
    return text.toString();
  }

  /// What does not look like the beginning of an error belongs to the one before.
  private static List<Complaint> read(String said) {
    List<Complaint> all = new ArrayList<>();
    for (String line : said.lines().toList()) {
      Matcher error = ERROR.matcher(line);
      if (error.matches()) {
        all.add(new Complaint(error.group(1), error.group(2), new StringBuilder()));
      } else if (NO_PART_OF_ONE.matcher(line).matches()) {
        continue;
      } else if (all.isEmpty()) {
        all.add(new Complaint("", line, new StringBuilder()));
      }
      all.getLast().lines.append(line).append('\n');
    }
    return all;
  }
}
