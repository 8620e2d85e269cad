package dev.wakerobin.tutorial.chapter12;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Computing;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import dev.wakerobin.tutorial.Timelines;
import dev.wakerobin.tutorial.chapter12.paper.SideBySide;
import dev.wakerobin.tutorial.chapter12.paper.SimulatedWorkers;
import java.io.PrintStream;
import java.util.List;

/// # 12. Basic or work-stealing?
///
/// **Goal.** You can say which scheduler suits a program, and why more workers do not always help.
///
/// **Where we are.** Between being woken and being polled, where the scheduler is:
///
/// ```
/// made ─▶ SPAWNED ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** All chapters so far ran unchanged on either scheduler. *basic* is one queue and one
/// thread: yours. *work-stealing* has a thread and a queue for each processor, and whoever has
/// nothing to do takes half of what another one has. That is how Go, Tokio and the JDK's fork-join
/// pool do it, after Blumofe and Leiserson (1999). Which one do you want?
///
/// It depends on the load. Read [Load], and [SimulatedWorkers]; then come back.
///
/// **Predict.** Each load has 40 ms to compute. With four workers, which of them takes 10 ms? And
/// one of them takes 40 on any number of workers: which?
public final class Chapter12 implements Chapter {
  private static final String BASIC = "basic";
  private static final String STEALING = "work-stealing";
  private static final int WORKERS = 4;

  @Override
  public Heading heading() {
    return new Heading(
        12,
        "Basic or work-stealing?",
        "You can say which scheduler suits a program, and why more workers do not always help.",
        Station.SPAWNED,
        Station.POLLED,
        Station.WOKEN);
  }

  /// ## On paper
  ///
  /// So many workers, played by one thread. The same to the microsecond every time.
  static Trace simulated(int workers, Load load) throws Exception {
    Computing work = Computing.on(Stage.byDefault());
    SimulatedWorkers paper = new SimulatedWorkers(workers, work.clock());
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(paper).clock(work.clock()).instrument(recorder).build()) {
      runtime.blockOn(load.program(work));
    }
    return SideBySide.of(recorder.trace(), paper.begins());
  }

  /// ## On a machine
  ///
  /// With `--real` the two schedulers themselves run the loads, on threads that really compute. Any
  /// other scheduler that you ask for does so too, in virtual time unless you ask for real time.
  static Trace recorded(Stage stage, Load load) throws Exception {
    Computing work = Computing.on(stage);
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = work.open(recorder)) {
      runtime.blockOn(load.program(work));
    }
    return recorder.trace();
  }

  /// ## Both, one below the other
  static void compare(PrintStream out, Stage stage, Load load) throws Exception {
    Timelines timelines = new Timelines(Axis.NANOS);
    int processors = Runtime.getRuntime().availableProcessors();
    int workers = stage.parallelism().orElse(stage.real() ? processors : WORKERS);
    for (String name : stage.scheduler().map(List::of).orElse(List.of(BASIC, STEALING))) {
      boolean paper = !stage.real() && List.of(BASIC, STEALING).contains(name);
      String label = name.equals(STEALING) ? name + " x " + workers : name;
      timelines.add(
          label,
          paper
              ? stage.show(simulated(name.equals(BASIC) ? 1 : workers, load))
              : recorded(stage.on(name).with(workers), load));
    }
    out.println(load.words());
    timelines.printFigures(out);
    timelines.draw(out);
  }

  /// ## Often believed: more workers are faster
  ///
  /// The same on paper with 1, 2, 4 and 8 workers, in milliseconds.
  static void moreWorkers(PrintStream out) throws Exception {
    out.println(Figures.row("workers", "1", "2", "4", "8"));
    for (Load load : Load.values()) {
      String[] times = new String[4];
      for (int i = 0; i < times.length; i++) {
        times[i] = Figures.millis(Timelines.length(simulated(1 << i, load)));
      }
      out.println(Figures.row(load.words(), times));
    }
  }

  /// ## What went on
  ///
  /// Many small tasks spread out: 10 ms on four workers. All of them were in one queue at first,
  /// and a few steals divided them, half by half. That is the beauty of it: who has nothing to do
  /// does the work of dividing, and who is busy is not disturbed.
  ///
  /// The fan cannot begin before the one task has spread it: 4 ms on one worker, whoever waits.
  /// Then it is as the load before. The greedy task takes its 20 ms on any scheduler; but with
  /// work-stealing only its own worker is lost, and the light tasks, which had waited for 20 ms and
  /// more, are stolen from behind it.
  ///
  /// The chain takes 40 ms on eight workers as on one. Each task waits for the one before, so there
  /// is never more than one to run. What bounds it is the longest way from cause to effect, and no
  /// scheduler is faster than that. Amdahl said it in 1967.
  ///
  /// On a machine it is worse than on paper. Waking a sleeping worker costs some microseconds, and
  /// a task that wakes up on another processor finds none of its data there. So tasks that hand
  /// something to and fro are faster on one worker than on two. And on *basic* no two of your tasks
  /// ever run at the same time: no races between them, no threads to start, no surprises in tests.
  /// Take *basic* for tests, for tools, for what mostly waits; take *work-stealing* for servers,
  /// and for whatever computes here and there.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* The greedy load on two workers, with the greedy task spawned last. Then run it:
  ///    change [Load#GREEDY].
  /// 2. *Investigate.* `./wakerobin run 12 --real`. Which load is farthest from the paper? Look at
  ///    the rows for the reason.
  /// 3. *Fill.* Let [SimulatedWorkers] pay 1 ms for each steal. Which load is hurt most, and from
  ///    which number of workers on is basic the faster one?
  /// 4. *Investigate.* `./wakerobin race 8 --schedulers basic,work-stealing,lab` runs the program
  /// of chapter 8 under all three. Try it with the other chapters: which program knows where it
  /// runs?
  ///
  /// ## What is next
  ///
  /// A scheduler is a queue and somebody who takes from it. Chapter 13 writes one of its own.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Here are three loads, each with 40 ms to compute. Which of them takes 10 ms on four workers?
        The figures: how long it took, how often a bell was rung, how often a worker took tasks from
        another one, and the longest time from a bell to its poll.
        """);
    page.program(out -> compare(out, stage, Load.MANY));
    page.say("Each row is a worker, each block a poll. A few steals divide the queue. Next:");
    page.program(out -> compare(out, stage, Load.FAN));
    page.say("Nobody can steal what has not been spawned. And with a greedy one in front:");
    page.program(out -> compare(out, stage, Load.GREEDY));
    page.say(
        """
        On one worker all wait behind it. On four the rest is stolen from behind it, and is done
        long before.
        """);
    page.say("Often believed", "More workers are faster. In ms, with 1, 2, 4 and 8 of them:");
    page.program(Chapter12::moreWorkers);
    page.say(
        """
        In the chain each task waits for the one before. There is never more than one to run, and
        seven workers watch.
        """);
    page.say(
        "What went on",
        """
        Workers help where there is something to run beside something else. What bounds the rest is
        the longest way from cause to effect. On a machine each wake between two workers costs
        something too: --real.
        """);
    page.say(
        "Exercises",
        """
        Four are in the text: the greedy one last; the same on a machine; steals that cost; and a
        race of the other chapters.
        """);
  }
}
