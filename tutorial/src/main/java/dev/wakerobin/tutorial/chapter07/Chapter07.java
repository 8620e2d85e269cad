package dev.wakerobin.tutorial.chapter07;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Guard;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// # 7. Don't compute Fibonacci in a task
///
/// **Goal.** You have seen one task silence all others, and know three ways out.
///
/// **Where we are.** Inside a poll that does not end:
///
/// ```
/// made ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** Many tasks share few threads. They take turns, and a turn ends when `poll` returns.
/// Nobody can take the turn away: there is no clock that interrupts a poll, as an operating system
/// interrupts a thread. So a task that computes for a quarter of a second holds its worker for a
/// quarter of a second; whoever else is due on that worker waits. Tokio's guide says it in one
/// sentence: don't try to compute the Fibonacci sequence as a task.
///
/// We do. Read [Heartbeat], [SlicedFib] and [Experiment], in this order; then come back.
///
/// **Predict.** A heart beats every 5 ms. Beside it, `fib` computes for some 250 ms in a task on
/// each worker. How long is the heart's longest silence?
public final class Chapter07 implements Chapter {
  private static final List<String> SCHEDULERS = List.of("basic", "work-stealing");
  private static final long NANOS_A_BLOCK = Experiment.LENGTH_NANOS / 10;

  @Override
  public Heading heading() {
    return new Heading(
        7,
        "Don't compute Fibonacci in a task",
        "You have seen one task silence all others, and three ways out.",
        Station.POLLED);
  }

  /// ## The table
  ///
  /// One row for each place, with the longest silence in milliseconds. The row with one task makes
  /// sense only where there are several workers.
  static void measure(PrintStream out, Experiment experiment, String scheduler) throws Exception {
    out.println(
        scheduler
            + ": "
            + experiment.workers()
            + " x fib("
            + experiment.n()
            + "), longest silence");
    for (Place place : Place.values()) {
      if (place == Place.ONE_TASK && experiment.workers() == 1) {
        continue;
      }
      long silence = experiment.longestSilence(place);
      String bar = "█".repeat(Math.clamp(silence / NANOS_A_BLOCK, 0, 20));
      String row = Figures.row(place.words(), Figures.millis(silence)) + " ms " + bar;
      out.println(row.stripTrailing());
    }
  }

  /// ## On one scheduler and on the other
  ///
  /// Both, unless you have asked for one with `--scheduler`.
  static List<String> schedulers(Stage stage) {
    if (stage.scheduler().isPresent()) {
      return List.of(stage.scheduler().get());
    }
    List<String> both = new ArrayList<>(SCHEDULERS);
    both.retainAll(AsyncRuntime.availableSchedulers());
    return both;
  }

  /// ## Four timelines
  ///
  /// Once more on `basic`, small enough for a picture: one worker, and a number that takes some
  /// 80 ms. Task 1 is the heart; each mark in its row is a beat.
  ///
  /// In the first picture the beats end where the bar of `fib` begins, and go on where it ends. Not
  /// even the bell is rung meanwhile: it is the worker that looks at the timers. That bar is what a
  /// *watchdog* barks at, a thread of its own that looks every few milliseconds whether a worker is
  /// still in the same poll, and where. It cannot end the poll, but it names the line. To have one:
  /// `AsyncRuntime.builder().watchdog(Duration.ofMillis(10))`.
  ///
  /// In the second the heart beats between the slices, though not often. There are 233 of them,
  /// much longer than those of the table, so that they fit into the picture; and a worker looks at
  /// the timers only after every 61 polls. Small slices cure, large ones ease the pain.
  ///
  /// In the third the beats go on as if nothing were. What waits in the row below is the handle:
  /// one short poll before and one after, and in between the pool computes. In the fourth the
  /// worker of the heart sees nothing of `fib`. The other runtime has a picture of its own.
  ///
  /// @timeline tasks
  static void draw(PrintStream out, Experiment experiment, Place place) throws Exception {
    long silence = experiment.longestSilence(place);
    out.println(Figures.row(place.words(), Figures.millis(silence)) + " ms");
  }

  /// The first of them, with a watchdog.
  static void drawGuarded(PrintStream out, Stage stage) throws Exception {
    Guard guard = new Guard();
    draw(out, Experiment.small(stage.before(guard)), Place.TASKS);
    out.println(guard.says());
  }

  /// ## What went on
  ///
  /// With `fib` in a task on each worker, the heart was silent for as long as `fib` took. Its timer
  /// was due after 5 ms, and rang. But a bell only puts a task into a queue, and those who take
  /// tasks out of the queue were all inside `fib`.
  ///
  /// With `fib` in one task of two workers, nothing happened: the heart beat on the other one. That
  /// is how this bug gets through the tests, and comes back with the second user.
  ///
  /// ## Often believed: it is async, so it runs beside the rest
  ///
  /// *Async* is about waiting. A thousand tasks wait beside each other on one thread, for waiting
  /// needs no thread. Computing does, and there are only as many as there are workers. More workers
  /// put it off, as the row with one task shows, until there is a computation for each of them.
  ///
  /// The cures:
  ///
  /// 1. **Yield.** Cut the work into slices, and let the others go first after each. For work that
  ///    is a little too long, and can be cut.
  /// 2. **`spawnComputation`.** A pool of threads that is there for it, as large as the machine has
  ///    processors. The operating system divides the processors between that pool and the workers.
  ///    The usual answer.
  /// 3. **Another runtime.** Tasks of its own, on workers of its own. For a program with a part
  ///    that computes all day: that part may be greedy to itself. Its handles can be awaited from
  ///    here: a handle is a future, wherever its task runs.
  ///
  /// (And `spawnBlocking`? That is for calls that *wait* where no future is to be had: a file, a
  /// database driver. Each gets a virtual thread. A computation would occupy one of the few threads
  /// that carry those.)
  ///
  /// ## What is next
  ///
  /// Fibonacci has a good side too: chapter 8 makes a stream of it, and spawns from inside streams.
  @Override
  public boolean hogsOnPurpose() {
    return true;
  }

  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A heart beats every 5 ms. Beside it, fib computes for some 250 ms in a task on
        each worker. How long is the heart's longest silence?
        """);
    for (String scheduler : schedulers(stage)) {
      Experiment experiment = Experiment.on(stage.on(scheduler));
      page.program(out -> measure(out, experiment, scheduler));
    }
    page.say("Once more with one worker, for a picture, and with a watchdog that looks on:");
    page.program(out -> drawGuarded(out, stage));
    page.say("And the cures:");
    for (Place cure : List.of(Place.SLICES, Place.COMPUTATION, Place.OTHER_RUNTIME)) {
      page.program(out -> draw(out, Experiment.small(stage), cure));
    }
    page.say(
        "What went on",
        """
        As long as fib takes. A turn ends when poll returns, and nobody can take it away:
        while every worker is inside fib, nobody polls the heart.
        """);
    page.say(
        """
        One fib on two workers is harmless, for the heart beats on the other one. That is
        how this bug gets through the tests, and comes back with the second user.
        """);
    page.say(
        "Often believed",
        """
        It is async, so it runs beside the rest. Waiting does; computing needs a thread.
        So cut it into slices that yield, or give it threads of its own: the computation
        pool, or another runtime.
        """);
  }
}
