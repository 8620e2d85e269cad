package dev.wakerobin.book;

import dev.wakerobin.book.TranscriptFile.Passage;
import dev.wakerobin.book.TranscriptFile.Printed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the programs of a chapter shall print. The file looks like this:
///
/// ```
/// on lab
/// program
/// = hello
/// ~ rings at once # 0 #
/// ```
///
/// The first line says on which scheduler; `on default` is the chapter's own choice. It may say
/// with how many workers, as in `on default with 4`, if the text of the chapter does. A line with
/// `=` shall be printed just so. In one with `~` a figure that was measured is a `#`, and bars and
/// how many blanks there are do not count.
record Accepted(Path path, String scheduler, int workers, List<Line> lines) {
  /// The chapter's own choice.
  static final String DEFAULT = "default";

  /// As many as machines have at least, so that a picture is alike everywhere.
  static final int USUAL_WORKERS = 2;

  private static final Pattern HEAD = Pattern.compile("on (\\S+)(?: with ([1-9]\\d?))?");

  /// A line of the file, or a mark where a program begins.
  ///
  /// @param at its number in the file
  /// @param kind `=`, `~` or `p` for a mark
  record Line(int at, char kind, String text) {}

  static Path file(Path folder, int chapter) {
    return folder.resolve("chapter%02d.txt".formatted(chapter));
  }

  /// Reads it.
  static Optional<Accepted> read(Path path, Faults faults) throws IOException {
    List<String> all = Utf8.lines(path, faults);
    Matcher head = HEAD.matcher(all.isEmpty() ? "" : all.getFirst());
    if (!head.matches()) {
      faults.add(path.toString(), 1, "the first line has to be 'on lab', or 'on default'");
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      String line = all.get(i);
      if (line.equals("program")) {
        lines.add(new Line(i + 1, 'p', ""));
      } else if (line.startsWith("=") || line.startsWith("~")) {
        lines.add(new Line(i + 1, line.charAt(0), line.length() > 2 ? line.substring(2) : ""));
      } else {
        faults.add(path.toString(), i + 1, "a line begins with '=', '~' or 'program': " + line);
      }
    }
    int workers = head.group(2) == null ? USUAL_WORKERS : Integer.parseInt(head.group(2));
    return Optional.of(new Accepted(path, head.group(1), workers, lines));
  }

  /// Accepts what was printed in two runs. A figure that differs between them was measured, and so
  /// was one that was accepted as measured before.
  static String accept(
      String scheduler, int workers, List<Passage> first, List<Passage> second, List<Line> before) {
    String with = workers == USUAL_WORKERS ? "" : " with " + workers;
    StringBuilder text = new StringBuilder("on " + scheduler + with + "\n");
    List<Line> one = printed(first);
    List<Line> other = printed(second);
    for (int i = 0; i < one.size(); i++) {
      String line = one.get(i).text;
      String pattern = i < other.size() ? Measured.pattern(line, other.get(i).text) : line;
      if (i < before.size() && Measured.matches(before.get(i).text, line)) {
        pattern = Measured.pattern(pattern, before.get(i).text);
      }
      boolean isMeasured = !pattern.equals(line);
      String marked = (isMeasured ? "~ " : "= ") + pattern;
      text.append(one.get(i).kind == 'p' ? "program" : marked.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /// Complains about the first difference of each program, at the line that ran it.
  void compare(List<Passage> passages, String chapterFile, Faults faults) {
    List<Line> now = printed(passages);
    for (int i = 0; i < Math.max(now.size(), lines.size()); i++) {
      String is = i < now.size() ? shown(now.get(i)) : "nothing more";
      String shall = i < lines.size() ? shown(lines.get(i)) : "nothing more";
      boolean isSame = i < now.size() && i < lines.size() && isSame(lines.get(i), now.get(i));
      if (!isSame) {
        int at = i < now.size() ? now.get(i).at : now.isEmpty() ? 0 : now.getLast().at;
        faults.add(
            chapterFile,
            at,
            "the output has changed: it prints %s, and %s:%d accepts %s; mend the program, or accept it: ./wakerobin book --accept"
                .formatted(is, path, i < lines.size() ? lines.get(i).at : lines.size() + 1, shall));
        return;
      }
    }
  }

  private static String shown(Line line) {
    return line.kind == 'p' ? "another program" : "'" + line.text + "'";
  }

  private static boolean isSame(Line accepted, Line now) {
    return switch (accepted.kind) {
      case 'p' -> now.kind == 'p';
      case '~' -> now.kind != 'p' && Measured.matches(accepted.text, now.text);
      default -> now.kind != 'p' && now.text.equals(accepted.text);
    };
  }

  private static List<Line> printed(List<Passage> passages) {
    List<Line> lines = new ArrayList<>();
    for (Passage passage : passages) {
      if (passage instanceof Printed each) {
        lines.add(new Line(each.line(), 'p', ""));
        each.lines().forEach(text -> lines.add(new Line(each.line(), '=', text.stripTrailing())));
      }
    }
    return lines;
  }
}
