package dev.wakerobin.book;

import dev.wakerobin.book.TranscriptFile.Printed;
import dev.wakerobin.trace.Gantt.Rows;
import dev.wakerobin.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a program of a chapter did, as a picture for the API's pages.
///
/// @param program from 1, as `./wakerobin trace` counts
record CapturedTimeline(int chapter, int program, Trace trace) {

  /// The one that these words name: chapter and program.
  ///
  /// @throws IllegalArgumentException if there is none; says why
  static CapturedTimeline of(List<String> words, Optional<Path> transcripts) {
    if (words.size() != 2 || !words.stream().allMatch(word -> word.matches("\\d{1,2}"))) {
      throw new IllegalArgumentException(
          "a timeline is that of a chapter and a program, such as 'timeline 5 1', not 'timeline %s'"
              .formatted(String.join(" ", words)));
    }
    int chapter = Integer.parseInt(words.getFirst());
    int program = Integer.parseInt(words.getLast());
    List<Printed> programs = programs(chapter, transcripts);
    if (program < 1 || program > programs.size()) {
      throw new IllegalArgumentException(
          "chapter %d has no program %d: it has %d".formatted(chapter, program, programs.size()));
    }
    List<Trace> traces = programs.get(program - 1).traces();
    if (traces.isEmpty()) {
      throw new IllegalArgumentException(
          "a picture without a trace: program %d of chapter %d opens no runtime on its stage"
              .formatted(program, chapter));
    }
    return new CapturedTimeline(chapter, program, traces.getFirst());
  }

  private static List<Printed> programs(int chapter, Optional<Path> transcripts) {
    Path file =
        transcripts
            .orElseThrow(
                () -> new IllegalArgumentException("a timeline needs the option --transcripts"))
            .resolve("chapter%02d.transcript".formatted(chapter));
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no chapter " + chapter + " that was run");
    }
    Faults faults = new Faults();
    try {
      Optional<TranscriptFile> transcript = TranscriptFile.read(file, faults);
      return transcript
          .orElseThrow(() -> new IllegalArgumentException("" + faults.all().getFirst()))
          .passages()
          .stream()
          .filter(Printed.class::isInstance)
          .map(Printed.class::cast)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The picture, with what it shows.
  ///
  /// @param toSite how the page leads to the folder of the site
  String html(String toSite) {
    String caption =
        "<figcaption>What program %d of <a href=\"%s%s\">chapter %d</a> did.</figcaption>"
            .formatted(program, toSite, Pages.ofChapter(chapter), chapter);
    String name = "picture-" + chapter + "-" + program;
    return TracePicture.named(name, trace, Rows.TASKS, caption);
  }
}
