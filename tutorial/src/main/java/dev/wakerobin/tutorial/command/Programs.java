package dev.wakerobin.tutorial.command;

import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Gallery;
import dev.wakerobin.tutorial.Stage;
import java.util.List;

/// What the programs of a chapter left behind when it was told to nobody.
record Programs(Chapter chapter, List<Trace> traces) {
  static final Option OPTION =
      new Option("--program", "K", "a number", "its program K; if not said, the first");

  static Programs of(Chapter chapter, Stage stage) throws Complaint, ChapterFailure {
    Gallery gallery = new Gallery();
    Seat.tellNobody(chapter, stage.before(gallery));
    return new Programs(chapter, gallery.programs());
  }

  /// Which of them was asked for, counted from 1.
  static int asked(Arguments arguments) throws Complaint {
    return arguments.count(OPTION, 1, "a number of a program").orElse(1);
  }

  /// That one, for that command.
  ///
  /// @param number counted from 1
  /// @throws Complaint if there are fewer
  Trace program(int number, Usage usage) throws Complaint {
    int chapterNumber = chapter.heading().number();
    if (traces.isEmpty()) {
      throw new Complaint(
          "chapter " + chapterNumber + " runs no program on a scheduler",
          "there is nothing to see",
          "try: ./wakerobin " + usage.verb() + " 8");
    }
    if (number > traces.size()) {
      throw new Complaint(
          "chapter " + chapterNumber + " has no program " + number,
          "programs: 1 to " + traces.size(),
          "try: ./wakerobin %s %d --program 1".formatted(usage.verb(), chapterNumber));
    }
    return traces.get(number - 1);
  }
}
