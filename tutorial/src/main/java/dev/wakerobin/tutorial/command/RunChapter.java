package dev.wakerobin.tutorial.command;

import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;

/// `run`: tells one chapter.
final class RunChapter implements Command {

  @Override
  public Usage usage() {
    return new Usage("run", "N", "runs chapter N", StageOptions.ONE);
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure {
    Chapter chapter = seat.chapter(usage(), arguments);
    Stage stage = StageOptions.stage(arguments);
    stage.check();
    seat.tell(chapter, stage);
    seat.out().println();
    seat.printNext(chapter);
    return Main.WELL;
  }
}
