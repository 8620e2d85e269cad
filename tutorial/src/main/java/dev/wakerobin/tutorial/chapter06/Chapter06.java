package dev.wakerobin.tutorial.chapter06;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Counted;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import dev.wakerobin.tutorial.chapter06.annex.Comparison;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// # 6. Tasks are green threads
///
/// **Goal.** You have put 100,000 tasks to sleep on one thread, and you know when virtual threads
/// are the better choice.
///
/// **Where we are.** Among many tasks that wait:
///
/// ```
/// made ─▶ SPAWNED ─▶ polled ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** A *green* thread is one that a program schedules, and not the operating system. There
/// are two kinds, and they differ in what is kept of one that waits:
///
/// ```
/// platform thread    its stack, reserved when it starts       the system schedules it
/// virtual thread     its stack, as deep as it is just then    the JDK schedules it
/// task               the variables that it still needs        a scheduler of your choice does
/// ```
///
/// Java has virtual threads since 21, so the question has to be answered: why tasks? Less is kept
/// of each. The scheduler can be chosen, and written. On the lab a run is the same each time. And a
/// task can be cancelled at an await, and nowhere else. But a task must say where it waits, and
/// whoever calls it must say so too. A virtual thread runs the code that you have.
///
/// Read [Hall] and [Chain]; then come back.
///
/// **Predict.** A hundred thousand tasks come in, sleep for an hour, and leave. How often are they
/// polled in all? And how many threads does it take?
public final class Chapter06 implements Chapter {
  /// How deep a [Chain] is, one after the other.
  private static final List<Integer> DEPTHS = List.of(1, 10, 100, 1_000);

  private static final int MANY = 100_000;
  private static final int FEW = 1_000;
  private static final int WAITS = 10;

  @Override
  public Heading heading() {
    return new Heading(
        6,
        "Tasks are green threads",
        "You have put 100,000 tasks to sleep on one thread, and know when not to use tasks.",
        Station.SPAWNED,
        Station.PENDING);
  }

  /// ## A hundred thousand
  ///
  /// The hour is one of virtual time: it is over when all sleep. With `--real` it is two seconds.
  static void manySleepers(PrintStream out, Stage stage) throws Exception {
    Duration night = stage.real() ? Duration.ofSeconds(2) : Duration.ofHours(1);
    Hall hall = new Hall();
    AtomicLong polls = new AtomicLong();
    try (AsyncRuntime runtime = stage.unwatched().openLab()) {
      Instant start = runtime.now();
      runtime.blockOn(everybody(() -> new Counted<>(hall.sleeper(night), polls)));
      Duration took = Duration.between(start, runtime.now()).truncatedTo(ChronoUnit.MILLIS);
      out.println(Figures.grouped(MANY) + " tasks, asleep for " + night + " each");
      out.println("  all done after       " + took);
      out.println("  most asleep at once  " + Figures.grouped(hall.most()));
      out.println("  polls                " + Figures.grouped(polls.get()));
      out.println("  threads              " + hall.threads());
    }
  }

  /// They are spawned by a task, and not by the thread that calls `blockOn`. For virtual time waits
  /// for the tasks, and knows nothing of that thread.
  private static Future<Unit> everybody(Supplier<Future<Unit>> sleepers) {
    return async(
        () -> {
          List<JoinHandle<Unit>> handles = new ArrayList<>();
          for (int i = 0; i < MANY; i++) {
            handles.add(Tasks.spawn(sleepers.get()));
          }
          for (JoinHandle<Unit> handle : handles) {
            await(handle);
          }
        });
  }

  /// ## Often believed: tasks are always faster
  ///
  /// A function waits ten times. It was called by another one, which was called by another one, and
  /// so on. A wait at the bottom is felt at the top: the task is polled there, and has to find its
  /// way down. So the deeper the calls, the more a wait costs, and here it is counted. A thread
  /// goes on at the bottom, where it stopped.
  static void countDeepDown(PrintStream out, Stage stage) throws Exception {
    for (int depth : DEPTHS) {
      AtomicLong polls = new AtomicLong();
      try (AsyncRuntime runtime = stage.unwatched().openLab()) {
        runtime.blockOn(Chain.task(depth, WAITS, function -> new Counted<>(function, polls)));
      }
      String figures = Figures.right(Figures.grouped(polls.get()), 7) + " polls";
      out.println(
          WAITS + " waits, " + Figures.right(Figures.grouped(depth), 5) + " deep" + figures);
    }
  }

  /// ## What went on
  ///
  /// Two polls each, and one thread: one to fall asleep, one to be told that it is over. Nothing
  /// else happens to a task that sleeps, however many there are.
  ///
  /// What the [Comparison] in the annex measures is different on each machine. These relations are
  /// not, and a test holds them:
  ///
  /// - **Memory.** A sleeping virtual thread takes several times the heap of a sleeping task, for
  ///   it keeps frames of its stack, those of `Thread.sleep` among them. A platform thread takes
  ///   far more, outside of the heap.
  /// - **Waiting.** Near the top a task waits faster than a virtual thread. Some hundred calls deep
  ///   it is the other way round.
  /// - **Blocking.** A call that blocks takes the worker along. Fifty of them take turns, and a
  ///   virtual thread would just have waited. `spawnBlocking` is the way out, and what it does is:
  ///   start a virtual thread.
  ///
  /// So take **virtual threads** for libraries that block, for code that is there already, for
  /// calls that wait deep down. They are the simpler choice, and for a server of ordinary size the
  /// memory does not matter. Take **tasks** where you have very many that wait, where a run must be
  /// repeated exactly, where cancelling has to reach whatever waits, or where you want a say in who
  /// runs next. And neither makes *computing* faster: there are as many processors as there are.
  ///
  /// ## Exercises
  ///
  /// 1. *Repair.* In [Chain], let each function spawn the next one and await its handle. Predict
  /// the polls at depth 1,000 before you run it. What do you pay for that?
  /// 2. *Investigate.* With `--real`: between which depths do virtual threads overtake tasks on
  /// your machine? Add depths, and find out.
  /// 3. *Predict.* Let each sleeper in the annex (`Dormitory`) hold an array of 1,000 bytes across
  /// its sleep, and use it afterwards. How many bytes more does each kind take now? And if nobody
  /// uses it afterwards?
  ///
  /// ## What is next
  ///
  /// All these tasks were polite: they waited. Chapter 7 is about one that does not.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A hundred thousand tasks sleep for an hour. How often are they polled in all, and how many
        threads does it take?
        """);
    page.program(out -> manySleepers(out, stage));
    page.say(
        """
        Twice each: to fall asleep, and to be told that it is over. In between, a task is an object
        that holds what it still needs. (If there are more threads, they are the scheduler's.)
        """);
    page.say(
        "Often believed",
        """
        Tasks are always faster than threads. So here is a function that waits ten times, deep down
        in calls of calls. Each function that is polled counts:
        """);
    page.program(out -> countDeepDown(out, stage));
    page.say(
        """
        The bell rings at the bottom, and the task is polled at the top: each wait walks all the way
        down. A thread has a stack, and goes on where it stopped.
        """);
    compare(page, stage);
    page.say(
        "What went on",
        """
        A virtual thread keeps its stack, a task only what it still needs. Take virtual threads for
        libraries that block, for code that you have, for waiting deep down. Take tasks for very
        many that wait, for runs that repeat exactly, for cancelling, and to choose the scheduler.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: make the chain cheap; find the depth where threads overtake; let the
        sleepers hold something.
        """);
  }

  private static void compare(Page page, Stage stage) throws Exception {
    if (!stage.real()) {
      page.say("To weigh them beside threads, on your machine: ./wakerobin run 6 --real");
      return;
    }
    page.say("Now beside threads. First, what one costs that sleeps, and to put it to bed:");
    Stage bare = stage.unwatched(); // What is measured pays for nothing else.
    page.program(out -> new Comparison(out, bare).weigh(MANY, FEW));
    page.say(
        """
        A platform thread's stack is outside of the heap: of it, the growth of the process is shown.
        Next, what one wait takes deep down:
        """);
    page.program(out -> new Comparison(out, bare).timeDeepDown(DEPTHS));
    page.say("And a library that knows nothing of futures, and blocks:");
    page.program(out -> new Comparison(out, bare).block());
  }
}
