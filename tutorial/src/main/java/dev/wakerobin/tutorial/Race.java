package dev.wakerobin.tutorial;

import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Trace;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A chapter under several schedulers, one after the other: what its program did on each, in
/// figures and in rows.
///
/// The chapter tells its story to nobody. A chapter may run many programs; one is shown.
///
/// @param program which of them, counted from 1
record Race(Chapter chapter, List<String> schedulers, Stage stage, int program) {

  /// Runs and shows it.
  ///
  /// @throws Complaint if the chapter runs fewer programs
  void run(PrintStream out) throws Exception {
    int number = chapter.heading().number();
    List<Trace> runs = new ArrayList<>();
    int programs = Integer.MAX_VALUE;
    for (String scheduler : schedulers) {
      List<Trace> traces = programsOn(scheduler);
      programs = Math.min(programs, traces.size());
      checkProgram(programs);
      runs.add(traces.get(program - 1));
    }
    Timelines timelines = new Timelines(axis(runs));
    for (int i = 0; i < runs.size(); i++) {
      timelines.add(schedulers.get(i), runs.get(i));
    }
    out.println("chapter " + number + ", program " + program + " of " + programs);
    timelines.printFigures(out);
    timelines.draw(out);
    if (program < programs) {
      out.println("next: ./wakerobin race " + number + " --program " + (program + 1));
    }
  }

  private List<Trace> programsOn(String scheduler) throws Exception {
    Gallery gallery = new Gallery();
    PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    chapter.tell(new Page(nobody, false), stage.on(scheduler).shownIn(gallery));
    return gallery.programs();
  }

  private void checkProgram(int programs) throws Complaint {
    int number = chapter.heading().number();
    if (programs == 0) {
      throw new Complaint(
          "chapter " + number + " runs no program on a scheduler",
          "there is nothing to compare",
          "try: ./wakerobin race 8");
    }
    if (program > programs) {
      throw new Complaint(
          "chapter " + number + " has no program " + program,
          "programs: 1 to " + programs,
          "try: ./wakerobin race " + number + " --program 1");
    }
  }

  /// Time, if polls take any in every run. In virtual time they take none, unless the program moves
  /// the clock.
  private static Axis axis(List<Trace> runs) {
    boolean takesTime = runs.stream().allMatch(trace -> trace.figures().longestPoll().value() > 0);
    return takesTime ? Axis.NANOS : Axis.TICKS;
  }
}
