package dev.wakerobin.tutorial.command;

import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Gallery;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import java.util.List;
import java.util.stream.Stream;

/// `run`: tells one chapter.
final class RunChapter implements Command {
  private static final Option TIMELINE =
      new Option("--timeline", "draws what each of its programs did");

  /// Of a program with more tasks the workers are drawn.
  private static final int MOST_TASKS = 12;

  @Override
  public Usage usage() {
    return new Usage(
        "run",
        "N",
        "runs chapter N",
        Stream.concat(Stream.of(TIMELINE), StageOptions.ONE.stream()).toList());
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure {
    Chapter chapter = seat.chapter(usage(), arguments);
    Stage stage = StageOptions.stage(arguments);
    stage.check();
    Gallery gallery = new Gallery();
    seat.tell(chapter, arguments.has(TIMELINE) ? stage.before(gallery) : stage);
    draw(gallery.programs(), seat);
    seat.out().println();
    seat.printNext(chapter);
    return Main.WELL;
  }

  private static void draw(List<Trace> programs, Seat seat) {
    for (int i = 0; i < programs.size(); i++) {
      Trace trace = programs.get(i);
      boolean few = trace.tasks().size() <= MOST_TASKS;
      Gantt bars =
          Gantt.of(trace).with(few ? Gantt.Rows.TASKS : Gantt.Rows.WORKERS).columns(Page.WIDTH);
      seat.out().println();
      seat.out().println(seat.page().bold("program " + (i + 1) + " of " + programs.size()));
      seat.out().print((seat.terminal().colours() ? bars.inColours() : bars).draw());
    }
  }
}
