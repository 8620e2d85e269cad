package dev.wakerobin.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The exercises: those of a chapter stand on its page, and all of them on one of their own. What
/// is shown is the question and the hints; the files and the checks are in the terminal, and the
/// solution is there for those who have passed.
record Exercises(List<Exercise> all) {
  private static final List<String> WHICH = List.of("A hint", "A second hint", "A third hint");

  /// Reads the folders in that one, in the order of their names.
  static Exercises read(Optional<Path> folder, Faults faults) throws IOException {
    List<Exercise> exercises = new ArrayList<>();
    if (folder.isPresent()) {
      try (Stream<Path> homes = Files.list(folder.get())) {
        for (Path home : homes.filter(Files::isDirectory).sorted().toList()) {
          Exercise.read(home, faults).ifPresent(exercises::add);
        }
      }
    }
    return new Exercises(List.copyOf(exercises));
  }

  /// Complains about those of a chapter that is not there, and about numbers that do not fit.
  void check(List<Chapter> chapters, Faults faults) {
    Map<String, Exercise> numbers = new HashMap<>();
    for (Exercise exercise : all) {
      Exercise same = numbers.putIfAbsent(exercise.number(), exercise);
      if (same != null) {
        faults.add(
            exercise.text().origin().file(),
            0,
            "%s is the number of %s too: give one of the folders another"
                .formatted(exercise.number(), same.id()));
      }
      if (!exercise.number().startsWith("%02d-".formatted(exercise.chapter()))) {
        faults.add(
            exercise.text().origin().file(),
            chapterLine(exercise),
            "its folder is %s, and it says chapter %d: make them the same"
                .formatted(exercise.id(), exercise.chapter()));
      }
      if (chapters.stream().noneMatch(chapter -> chapter.number() == exercise.chapter())) {
        faults.add(
            exercise.text().origin().file(),
            chapterLine(exercise),
            "an exercise of chapter %d, and there is no such chapter: give it to one of %s"
                .formatted(exercise.chapter(), chapters.stream().map(Chapter::number).toList()));
      }
    }
  }

  private static int chapterLine(Exercise exercise) {
    Origin origin = exercise.text().origin();
    return new Origin(origin.file(), origin.lines(), 1).lineOf("chapter:");
  }

  List<Exercise> of(int chapter) {
    return all.stream().filter(exercise -> exercise.chapter() == chapter).toList();
  }

  /// Those of a chapter, for its page; empty if there are none.
  String html(int chapter, Prose prose) {
    StringBuilder html = new StringBuilder();
    for (Exercise exercise : of(chapter)) {
      html.append(html(exercise, prose));
    }
    if (html.isEmpty()) {
      return "";
    }
    return """
    <section class="exercises" aria-label="Exercises that are checked">
    <p>These are checked whenever you save: <code>./wakerobin learn</code>.</p>
    %s</section>
    """
        .formatted(html);
  }

  private static String html(Exercise exercise, Prose prose) {
    String id = Html.escaped(exercise.id());
    StringBuilder html = new StringBuilder("<article class=\"exercise\" id=\"");
    html.append(Html.escaped(exercise.address())).append("\">\n<h3>");
    html.append(kind(exercise)).append(' ').append(Html.escaped(exercise.title()));
    html.append("</h3>\n").append(prose.html(exercise.text()));
    for (int i = 0; i < exercise.hints().size(); i++) {
      String which = WHICH.get(Math.min(i, WHICH.size() - 1));
      which = i < WHICH.size() ? which : "Hint " + (i + 1);
      html.append("<details class=\"hint\"><summary>").append(which).append("</summary>\n");
      html.append(prose.html(exercise.hints().get(i))).append("</details>\n");
    }
    html.append("<p class=\"begin\">Your file: <code>exercises/").append(id).append('/');
    html.append(Html.escaped(exercise.file())).append("</code><br />To check it: ");
    html.append("<code>./wakerobin learn check ").append(id).append("</code></p>\n");
    return html.append("</article>\n").toString();
  }

  private static String kind(Exercise exercise) {
    return "<span class=\"kind\">" + Html.escaped(exercise.kind()) + "</span>";
  }

  /// The page of all.
  String overview(List<Chapter> chapters, Prose prose) {
    StringBuilder html =
        new StringBuilder(
            """
            <h1>Exercises</h1>
            <p>A chapter is understood when you have done something with it. In a terminal,
            <code>./wakerobin learn</code> gives you the next exercise as a file in
            <code>exercises/</code>, and checks it whenever you save. What hangs is explained.
            <code>./wakerobin learn hint</code> gives a hint, and once you have passed,
            <code>./wakerobin learn solution</code> shows how we did it.</p>
            <p><em>Predict</em>: say what will happen. <em>Fill</em>: write what is missing.
            <em>Repair</em>: mend what is broken. <em>Investigate</em>: the answer is in a trace.
            <em>Make</em>: make it; properties judge it.</p>
            """);
    for (Chapter chapter : chapters) {
      if (!of(chapter.number()).isEmpty()) {
        html.append("<h2 id=\"chapter-").append(chapter.number()).append("\">");
        html.append(chapter.number()).append(". ").append(prose.inline(chapter.title()));
        html.append("</h2>\n<ul class=\"exercises\">\n");
        for (Exercise exercise : of(chapter.number())) {
          html.append("<li>").append(kind(exercise)).append(" <a href=\"").append(chapter.page());
          html.append('#').append(Html.escaped(exercise.address())).append("\">");
          html.append(Html.escaped(exercise.title())).append("</a></li>\n");
        }
        html.append("</ul>\n");
      }
    }
    return html.toString();
  }
}
