package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.async.Explain;
import dev.wakerobin.async.RestrictionException;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Counted;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Listing;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// # 4. Async functions
///
/// **Goal.** You can write a future as straight-line code, and know what is made of it.
///
/// **Where we are.** Inside a future that waits more than once:
///
/// ```
/// made ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** Our futures so far have waited for one thing. A program waits for one thing after the
/// other: ask for a name; with the name, ask for the score; with both, say a sentence. On a thread
/// those are three lines. A future must leave its `poll` at each wait, and find back in at the next
/// poll. Somebody has to write down where it was, and what it knew. Who?
///
/// Here is that function three times. Read [Club], whom we ask, and then [Nested], [Machine] and
/// [Straight]; then come back.
///
/// **Predict.** Which of the three is polled most often?
public final class Chapter04 implements Chapter {

  @Override
  public Heading heading() {
    return new Heading(
        4,
        "Async functions",
        "You have written one function in three ways, and seen that the third is the second.",
        Station.POLLED,
        Station.PENDING);
  }

  /// ## The three of them, counted
  ///
  /// Asked about Ada, who has points; about Bob, whose score fails and is caught; and about a seat
  /// where nobody sits, which fails and is not. Counted are the polls of the function, and the
  /// polls of the club's answers within them.
  static void threeWays(PrintStream out, Stage stage) throws Exception {
    out.println("           polls  within  answer");
    for (int seat : List.of(1, 2, 3)) {
      tryOut(out, stage, "nested", club -> Nested.sentence(club, seat));
      tryOut(out, stage, "machine", club -> new Machine(club, seat));
      tryOut(out, stage, "async", club -> Straight.sentence(club, seat));
    }
  }

  private static void tryOut(
      PrintStream out, Stage stage, String name, Function<Club, Future<String>> way)
      throws Exception {
    AtomicLong polls = new AtomicLong();
    AtomicLong within = new AtomicLong();
    String answer;
    try (AsyncRuntime runtime = stage.openLab()) {
      answer = runtime.blockOn(new Counted<>(way.apply(new Club(within)), polls));
    } catch (TaskFailedException failure) {
      answer = "fails: " + Objects.requireNonNull(failure.getCause()).getMessage();
    }
    String figures = Figures.right("" + polls, 6) + Figures.right("" + within, 8);
    out.println(Figures.left(name, 10) + figures + "  " + answer);
  }

  /// ## What is made of the body
  ///
  /// [Straight] is an ordinary class that javac has compiled. When its body is first used, `async`
  /// reads the compiled code and writes a class from it: a machine such as ours. Nothing else is
  /// behind it, no thread and no magic. `Explain` tells what it writes; `cx` is the context.
  ///
  /// Look for three things. Where is the code left, and where is it entered again? Which variable
  /// is kept in a field across the first wait, and which across the second? And what has become of
  /// the `catch`?
  static void theMachine(PrintStream out) throws Exception {
    try (InputStream file = Straight.class.getResourceAsStream("Straight.class")) {
      byte[] compiled = Objects.requireNonNull(file, "Straight.class").readAllBytes();
      out.print(Listing.narrow(Explain.of(compiled, List.of())));
    }
  }

  /// ## Often believed: await blocks the thread
  ///
  /// Then two bodies on one thread could not wait at the same time. There is one worker here. Each
  /// body takes note of the thread that it is on, before its await and after it. (Who goes first is
  /// up to the scheduler. The lab draws lots, the same ones each time.)
  static void twoOnOneThread(PrintStream out, Stage stage) throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = stage.with(1).openLab(recorder)) {
      runtime.blockOn(Naps.adaAndBob(threads));
    }
    Page.picture(out, recorder, "ada", "bob");
    out.println("threads that ran the two bodies: " + threads.size());
  }

  /// ## Often believed: two awaits in a row run side by side
  ///
  /// They look like two things that were started, see [Naps]. But a future does nothing until it is
  /// polled, and the second is polled when the first is done. To wait for both, say so: `awaitAll`
  /// polls them in turns. Or spawn them, and they run whether or not anybody waits. (An hour is
  /// over at once, for in virtual time the clock jumps when all sleep. With `--real` it is 100 ms.)
  static void twice(PrintStream out, Stage stage) throws Exception {
    Duration nap = stage.real() ? Duration.ofMillis(100) : Duration.ofHours(1);
    out.println("two naps of " + nap + " each");
    out.println("  in a row   " + lasts(stage, Naps.inARow(nap)));
    out.println("  awaitAll   " + lasts(stage, Naps.together(nap)));
    out.println("  spawned    " + lasts(stage, Naps.spawned(nap)));
  }

  private static Duration lasts(Stage stage, Future<Unit> future) throws Exception {
    try (AsyncRuntime runtime = stage.openLab()) {
      Instant start = runtime.now();
      runtime.blockOn(future);
      return Duration.between(start, runtime.now()).truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// ## Cancelled in the middle
  ///
  /// A body that is cancelled goes on once more: its await throws, so that `finally` runs, and that
  /// is its end. In there nothing can be awaited, for nobody will poll it again.
  static void cancelled(PrintStream out, Stage stage) throws Exception {
    Future<Unit> guest =
        async(
            () -> {
              out.println("the door is open");
              try {
                await(Tasks.sleep(Duration.ofHours(1)));
              } finally {
                out.println("the door is closed");
              }
            });
    try (AsyncRuntime runtime = stage.openLab()) {
      runtime.blockOn(Tasks.timeout(Duration.ofMillis(10), guest));
    } catch (TaskFailedException failure) {
      out.println("the host: " + Objects.requireNonNull(failure.getCause()).getMessage());
    }
  }

  /// ## Refused
  ///
  /// What [Refused] does not get away with. Java itself refuses most of the third kind: `await`
  /// throws checked exceptions, and few lambdas may.
  static void refused(PrintStream out) throws Exception {
    Refused refused = new Refused();
    Future<String> future = Futures.ready("ready");
    attempt(out, () -> refused.inAnOrdinaryMethod(future));
    attempt(out, () -> refused.underALock(future));
    attempt(out, () -> refused.inALambda(future));
  }

  private static void attempt(PrintStream out, Callable<?> call) throws Exception {
    try {
      out.println("not refused: " + call.call());
    } catch (RestrictionException refusal) {
      out.print(Listing.narrow(String.valueOf(refusal.getMessage())));
    }
  }

  /// ## What went on
  ///
  /// None of the three is polled more often than another: once to begin, and once for each answer
  /// that it has to wait for. The answers are polled twice each. Where nobody sits, it is over
  /// after the first of them.
  ///
  /// For they are the same machine. The first is one made of small machines, each with a function
  /// to call when it is done. The second we have written, the third was written for us, and there
  /// is little to choose between these two: something that says where it stands, and what is needed
  /// from there on. The variable `club` lives across the first wait, `name` across the second, and
  /// `seat` across none. The rest is gone when `poll` returns. That is why a task is small, and why
  /// it can be cancelled: there is nothing but an object.
  ///
  /// What *await* does to the thread is this: it returns. Whoever polls the body has the thread
  /// back, and polls somebody else.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* Let the [Club] answer at once: `Futures.ready(…)` in place of the sleep. How
  ///    often is each of the three polled now? Run it.
  /// 2. *Fill.* Ask about all three seats in one sentence: a loop around the awaits in [Straight],
  ///    and the same in [Nested]. Stop when the second one hurts.
  /// 3. *Investigate.* Declare a variable before the first await in [Straight], and use it after
  ///    the second. Where does it appear in the listing? Do not use it then. Where is it now?
  ///
  /// ## What is next
  ///
  /// A body waits for one future at a time, or polls several in turns. Chapter 5 is about those
  /// that run by themselves.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Ask a club for the name on a seat; with the name, ask for the score; say a sentence. Here is
        that function as nested calls of then, as a machine written by hand, and with async and
        await. Which of the three is polled most often? Counted are its own polls, and within them
        those of the club's answers.
        """);
    page.program(out -> threeWays(out, stage));
    page.say(
        """
        None. Bob's score fails, and all three catch that; where nobody sits, all three fail. For
        they are the same machine. This is what was made of the third:
        """);
    page.program(Chapter04::theMachine);
    page.say(
        """
        At a pending answer it saves what it will need, and returns. The next poll jumps back in.
        Club lives across the first wait, name across the second, seat across none.
        """);
    page.say("Often believed", "Await blocks the thread. So here are two bodies on one thread:");
    page.program(out -> twoOnOneThread(out, stage));
    page.say("Both wait at the same time. To await is to return.");
    page.say("Often believed", "Two awaits in a row run side by side. How long do they take?");
    page.program(out -> twice(out, stage));
    page.say(
        """
        A future does nothing until it is polled, and the second is polled when the first is done.
        For both at once: awaitAll, or spawn.
        """);
    page.say("Now a guest who wants to stay for an hour, and a host who waits for 10 ms:");
    page.program(out -> cancelled(out, stage));
    page.say(
        """
        A cancelled body runs its finally, and nothing else. And these are refused, for there is no
        way out of them and back in:
        """);
    page.program(Chapter04::refused);
    page.say(
        "What went on",
        """
        A function that waits is a machine with a place to go on from. You may write it yourself, or
        have it written.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: let the club answer at once, and predict the polls; ask about all
        seats in a loop; move a variable across an await, and find it in the listing.
        """);
  }
}
