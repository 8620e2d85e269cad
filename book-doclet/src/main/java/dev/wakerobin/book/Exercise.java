package dev.wakerobin.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something to do after a chapter, as its `exercise.md` has it: a head, what is asked, and hints,
/// each telling more. A solution lies in the folder as well, and is none of the book's business.
///
/// ```
///   title: Count down
///   chapter: 1
///   kind: Fill
///   file: Countdown.java
///
///   What is asked.
///
///   ## Hint
///   The first one.
/// ```
///
/// @param id the name of its folder, by which the learner asks for it
/// @param kind what is to be done, in a word
/// @param file the name of the learner's file
/// @param hints the first tells least
record Exercise(
    String id, int chapter, String title, String kind, String file, Text text, List<Text> hints) {
  private static final String NAME = "exercise.md";
  private static final String HINT = "## Hint";
  private static final Pattern NUMBER = Pattern.compile("^\\d+-\\d+");
  private static final Set<String> KINDS =
      Set.of("Predict", "Fill", "Repair", "Investigate", "Make");

  /// A stretch of the file, in Markdown.
  record Text(Origin origin, String markdown) {
    static Text of(Path file, List<String> lines, int from, int to) {
      Origin origin = new Origin(file.toString(), List.copyOf(lines), from + 1);
      return new Text(origin, String.join("\n", lines.subList(from, to)));
    }
  }

  /// The number that the name of its folder begins with, as in `07-2`.
  String number() {
    Matcher number = NUMBER.matcher(id);
    return number.find() ? number.group() : id;
  }

  /// What it is called on its page.
  String address() {
    return "exercise-" + id;
  }

  /// The exercise in that folder.
  ///
  /// @return none if there is something wrong with it; the faults say what
  static Optional<Exercise> read(Path home, Faults faults) throws IOException {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      faults.add(home.toString(), 0, "an exercise has a text, and there is no " + file);
      return Optional.empty();
    }
    List<String> lines = Utf8.lines(file, faults);
    Map<String, String> head = new LinkedHashMap<>();
    int at = 0;
    for (; at < lines.size() && lines.get(at).contains(":"); at++) {
      String[] pair = lines.get(at).split(":", 2);
      head.put(pair[0].strip(), pair[1].strip());
    }
    List<Text> texts = texts(file, lines, at);
    checkHeadings(file, lines, faults);
    Optional<String> wrong = wrong(home, head, texts);
    if (wrong.isPresent()) {
      faults.add(file.toString(), 1, wrong.get());
      return Optional.empty();
    }
    return Optional.of(
        new Exercise(
            home.getFileName().toString(),
            Integer.parseInt(value(head, "chapter")),
            value(head, "title"),
            value(head, "kind"),
            value(head, "file"),
            texts.getFirst(),
            texts.subList(1, texts.size())));
  }

  /// What is to be a hint and is not called so would be shown to whoever has asked for none.
  private static void checkHeadings(Path file, List<String> lines, Faults faults) {
    for (int at = 0; at < lines.size(); at++) {
      boolean isHint = lines.get(at).strip().equals(HINT);
      if (lines.get(at).startsWith("#") && !isHint) {
        faults.add(file.toString(), at + 1, "a heading is " + HINT + ", and not " + lines.get(at));
      }
      if (isHint
          && lines.stream()
              .skip(at + 1)
              .filter(l -> !l.isBlank())
              .findFirst()
              .filter(l -> !l.strip().equals(HINT))
              .isEmpty()) {
        faults.add(file.toString(), at + 1, "an empty hint: write what it says, or remove it");
      }
    }
  }

  /// What is asked, and the hints.
  private static List<Text> texts(Path file, List<String> lines, int from) {
    List<Text> texts = new ArrayList<>();
    int begin = from;
    for (int at = from; at < lines.size(); at++) {
      if (lines.get(at).strip().equals(HINT)) {
        texts.add(Text.of(file, lines, begin, at));
        begin = at + 1;
      }
    }
    texts.add(Text.of(file, lines, begin, lines.size()));
    return List.copyOf(texts);
  }

  private static Optional<String> wrong(Path home, Map<String, String> head, List<Text> texts) {
    String wrong = "";
    if (value(head, "title").isEmpty()) {
      wrong = "an exercise has a title: begin with a line 'title: ...'";
    } else if (!value(head, "chapter").matches("\\d{1,2}")) {
      wrong = "'chapter' is the number of a chapter, not '" + value(head, "chapter") + "'";
    } else if (!KINDS.contains(value(head, "kind"))) {
      wrong =
          "no kind '%s': there is %s"
              .formatted(value(head, "kind"), String.join(", ", KINDS.stream().sorted().toList()));
    } else if (!Files.isRegularFile(home.resolve(value(head, "file")))) {
      wrong = "'file' is the file that the learner is given, and there is no '%s' here";
      wrong = wrong.formatted(value(head, "file"));
    } else if (!Files.isRegularFile(home.resolve("solution").resolve(value(head, "file")))) {
      wrong = "there is no solution/%s: whoever has passed may see one";
      wrong = wrong.formatted(value(head, "file"));
    } else if (texts.getFirst().markdown().isBlank()) {
      wrong = "nothing is asked: the question stands below the head, after an empty line";
    } else if (texts.size() == 1) {
      wrong = "there is no hint: write one below a line " + HINT;
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
  }

  private static String value(Map<String, String> head, String key) {
    return head.getOrDefault(key, "");
  }
}
