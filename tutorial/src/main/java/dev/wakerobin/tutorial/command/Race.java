package dev.wakerobin.tutorial.command;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Complaint;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `race`: a chapter under several schedulers, one after the other: what a program of it did on
/// each, in figures and in rows.
///
/// The chapter tells its story to nobody. A chapter may run many programs; one is shown.
final class Race implements Command {
  private static final Option SCHEDULERS =
      new Option("--schedulers", "A,B", "names", "under these; if not said, under all");

  @Override
  public Usage usage() {
    return new Usage(
        "race",
        "N",
        "runs chapter N under several schedulers, and compares a program of it",
        Stream.concat(Stream.of(SCHEDULERS, Programs.OPTION), StageOptions.SEVERAL.stream())
            .toList());
  }

  @Override
  public int run(Arguments arguments, Seat seat) throws Complaint, ChapterFailure {
    Chapter chapter = seat.chapter(usage(), arguments);
    Stage stage = StageOptions.stage(arguments);
    List<String> schedulers = schedulers(arguments, stage);
    int program = Programs.asked(arguments);
    List<Trace> runs = new ArrayList<>();
    int programs = Integer.MAX_VALUE;
    for (String scheduler : schedulers) {
      Programs found = Programs.of(chapter, stage.on(scheduler));
      runs.add(found.program(program, usage()));
      programs = Math.min(programs, found.traces().size());
    }
    Timelines timelines = new Timelines(axis(runs));
    for (int i = 0; i < runs.size(); i++) {
      timelines.add(schedulers.get(i), runs.get(i));
    }
    int number = chapter.heading().number();
    seat.out().println("chapter " + number + ", program " + program + " of " + programs);
    timelines.printFigures(seat.out());
    timelines.draw(seat.out());
    if (program < programs) {
      seat.out().println("next: ./wakerobin race " + number + " --program " + (program + 1));
    }
    return Main.WELL;
  }

  private static List<String> schedulers(Arguments arguments, Stage stage) throws Complaint {
    if (arguments.has(SCHEDULERS)) {
      List<String> asked = StageOptions.schedulers(arguments.value(SCHEDULERS).orElse(""));
      if (stage.real()) {
        StageOptions.checkReal(asked);
      }
      return asked;
    }
    List<String> all = new ArrayList<>(AsyncRuntime.availableSchedulers());
    if (stage.real()) {
      all.remove(Stage.LAB);
    }
    return all;
  }

  /// Time, if polls take any in every run. In virtual time they take none, unless the program moves
  /// the clock.
  private static Axis axis(List<Trace> runs) {
    boolean takesTime = runs.stream().allMatch(trace -> trace.figures().longestPoll().value() > 0);
    return takesTime ? Axis.NANOS : Axis.TICKS;
  }
}
