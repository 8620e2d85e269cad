package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an `exercise.md`:
///
/// ```
///   title: Count down by hand
///   chapter: 1
///   kind: Fill
///   file: Countdown.java
///   schedulers: lab, basic, work-stealing
///
///   What is asked, in as many paragraphs as it takes.
///
///   ## Hint
///   The first one.
///
///   ## Hint
///   The second one, which says more.
/// ```
final class ExerciseFile {
  private static final String NAME = "exercise.md";
  private static final String HINT = "## Hint";
  private static final Set<String> KEYS = Set.of("title", "chapter", "kind", "file", "schedulers");

  private final Path home;
  private final Path file;
  private final List<String> lines;
  private final Map<String, String> head = new LinkedHashMap<>();
  private int line; // The next one.

  private ExerciseFile(Path home, Path file, List<String> lines) {
    this.home = home;
    this.file = file;
    this.lines = lines;
  }

  /// The exercise in that folder.
  ///
  /// @throws IllegalArgumentException if the file makes no sense; says where
  static Exercise read(Path home) throws IOException {
    Path file = home.resolve(NAME);
    return new ExerciseFile(home, file, Files.readAllLines(file)).read();
  }

  private Exercise read() {
    readHead();
    List<String> sections = readSections();
    String text = sections.removeFirst();
    if (text.isEmpty()) {
      throw wrong("the question is missing: it stands below the head");
    }
    return new Exercise(
        String.valueOf(home.getFileName()),
        chapter(),
        value("title"),
        Kind.named(value("kind"))
            .orElseThrow(
                () -> wrong("no kind '%s': there is %s".formatted(value("kind"), Kind.names()))),
        value("file"),
        Arrays.stream(value("schedulers").split(",")).map(String::strip).toList(),
        text,
        List.copyOf(sections),
        home);
  }

  private void readHead() {
    for (; line < lines.size() && !lines.get(line).isBlank(); line++) {
      String[] pair = lines.get(line).split(":", 2);
      if (pair.length < 2 || !KEYS.contains(pair[0].strip())) {
        throw wrong(
            "expected a line 'key: value' with one of the keys " + KEYS.stream().sorted().toList());
      }
      head.put(pair[0].strip(), pair[1].strip());
    }
  }

  /// The question, and the hints.
  private List<String> readSections() {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (; line < lines.size(); line++) {
      if (lines.get(line).strip().equals(HINT)) {
        sections.add(trimmed(section));
        section = new StringBuilder();
      } else {
        section.append(lines.get(line)).append('\n');
      }
    }
    sections.add(trimmed(section));
    return sections;
  }

  /// Without blank lines around it. The first line keeps its indentation: it may be code.
  private static String trimmed(StringBuilder section) {
    return section.toString().replaceFirst("^(\\h*\n)+", "").stripTrailing();
  }

  private int chapter() {
    try {
      return Integer.parseInt(value("chapter"));
    } catch (NumberFormatException _) {
      throw wrong("the chapter is a number, and this is '%s'".formatted(value("chapter")));
    }
  }

  private String value(String key) {
    String value = head.get(key);
    if (value == null) {
      throw wrong("the head has no '" + key + "'");
    }
    return value;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(file + ":" + (line + 1) + ": " + what);
  }
}
