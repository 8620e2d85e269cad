package dev.wakerobin.tutorial.chapter08;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Pipeline;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// # 8. Streams, and spawning inside streams
///
/// **Goal.** You have run a task for each item of a stream: one by one, all at once, and two at a
/// time.
///
/// **Where we are.** Where tasks come from, and where they are waited for:
///
/// ```
/// made ─▶ SPAWNED ─▶ polled ─▶ READY
///                    ▲    │
///                    │    └─▶ pending ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** A future gives once. A server's work does not come once: connections, lines, messages
/// come one after the other, and nobody knows when the next one will. That is a *stream*: a future
/// that gives many times. Tokio's guide says what to do with it: each time we get a value from the
/// outer stream, we run an inner future. A task for each connection, that is what servers are.
///
/// What is left to decide is what to wait for, and when. Read [Kitchen]; then come back.
///
/// **Predict.** Four orders come in, one every 5 ms, and each takes 20 ms to cook. How long does
/// each of the three ways take until all is cooked?
public final class Chapter08 implements Chapter {
  private static final int READ = 4;

  @Override
  public Heading heading() {
    return new Heading(
        8,
        "Streams, and spawning inside streams",
        "You have run a task for each item of a stream: one by one, all at once, and two at a time.",
        Station.SPAWNED,
        Station.READY);
  }

  /// ## The three pictures
  ///
  /// Time goes to the right; task 1 goes through the orders. A line leads down where it spawns a
  /// task, and up where the end of a task rings it.
  static void cookAll(PrintStream out, Stage stage, String name, Future<Unit> outer)
      throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = stage.openLab(recorder)) {
      Instant start = runtime.now();
      runtime.blockOn(outer);
      long nanos = Duration.between(start, runtime.now()).toNanos();
      out.println(name + ": " + Figures.millis(nanos) + " ms");
    }
    Gantt picture = Gantt.of(recorder.trace()).along(Axis.NANOS).columns(Page.WIDTH);
    out.print(picture.draw());
  }

  /// ## Often believed: a stream runs ahead by itself
  ///
  /// As a factory does, that fills its store while nobody buys. Here is a reader who takes the even
  /// numbers of [Fibonacci], and sleeps for an hour before and after. The stream counts how many
  /// numbers it has computed. (With `--real` the hour is 100 ms.)
  static void countPulls(PrintStream out, Stage stage) throws Exception {
    Duration pause = stage.real() ? Duration.ofMillis(100) : Duration.ofHours(1);
    Fibonacci numbers = new Fibonacci();
    Pipeline<Long> even = Streams.from(numbers).filter(number -> number % 2 == 0);
    Future<Unit> reader =
        async(
            () -> {
              out.println("the stream is made         computed: " + numbers.made());
              await(Tasks.sleep(pause));
              out.println(Figures.left(pause + " later", 27) + "computed: " + numbers.made());
              for (int i = 0; i < READ; i++) {
                long number = await(even.next()).orElseThrow();
                String taken = Figures.left("taken: " + number, 27);
                out.println(taken + "computed: " + numbers.made());
              }
              await(Tasks.sleep(pause));
              out.println(Figures.left(pause + " later", 27) + "computed: " + numbers.made());
            });
    try (AsyncRuntime runtime = stage.openLab()) {
      runtime.blockOn(reader);
    }
  }

  /// ## ... unless it is told to
  ///
  /// Who wants a stage to run ahead says so, and by how much. `buffered(3)` makes futures of the
  /// next items before they are asked for, three at most.
  static void countAhead(PrintStream out, Stage stage) throws Exception {
    Fibonacci numbers = new Fibonacci();
    Pipeline<Long> ahead =
        Streams.from(numbers).buffered(3, number -> async(() -> number * number));
    try (AsyncRuntime runtime = stage.openLab()) {
      long square = runtime.blockOn(ahead.next()).orElseThrow();
      out.println("buffered(3), taken: " + square + "      computed: " + numbers.made());
    }
  }

  /// ## What went on
  ///
  /// The inner tasks are the same in all three pictures. The outer one waits in different places.
  /// The staircase waits for each task where it spawns it. So there is never more than one, and a
  /// task would not have been needed: awaiting the inner future itself would take as long.
  /// If your server is as slow as one customer after the other, look for an `await` right behind a
  /// `spawn`.
  ///
  /// The fan waits for the orders alone. It is as fast as can be, and takes whatever comes, a
  /// million tasks if there are a million orders. Two at a time is the middle: while two are under
  /// way no order is asked for, so the orders wait where they come from. That is *back pressure*,
  /// and nothing had to be built for it: a stream that is not polled does not run.
  ///
  /// For the same reason Fibonacci is well-behaved as a stream. Between two numbers the task that
  /// reads them is free to wait, or to be cancelled, and no number is computed in vain.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* How long do three at a time take? And what if an order came every 15 ms? Draw
  /// the picture first.
  /// 2. *Fill.* Let each task have the name of the dish as its value, and print the dishes in the
  ///    order in which they are done: `bufferedUnordered`. Give tea 5 ms, and compare with
  ///    `buffered`.
  /// 3. *Repair.* In [Kitchen#fan] one task fails. When does the outer task hear of it, and what
  ///    becomes of the others? Look at `Tasks.joinSet`, and do better.
  ///
  /// ## What is next
  ///
  /// Everything in this chapter happened after 5 or 20 ms. Who counts them?
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Four orders come in, one every 5 ms, and each takes 20 ms to cook, in a task of its own. How
        long does it take to cook them all, if each task is awaited before the next order is asked
        for?
        """);
    page.program(out -> cookAll(out, stage, "staircase", Kitchen.staircase()));
    page.say("And if the tasks are awaited in the end?");
    page.program(out -> cookAll(out, stage, "fan", Kitchen.fan()));
    page.say(
        """
        That is as fast as can be. But with a million orders there would be a million tasks. So: no
        more than two at a time, and as long as there are two, no order is asked for.
        """);
    page.program(out -> cookAll(out, stage, "buffered(2)", Kitchen.twoAtATime()));
    page.say(
        "Often believed",
        """
        A stream runs ahead by itself. So let one compute Fibonacci numbers, let a reader take the
        even ones, and count what is computed:
        """);
    page.program(out -> countPulls(out, stage));
    page.say("It computes what it is asked for. To run ahead it has to be told, and how far:");
    page.program(out -> countAhead(out, stage));
    page.say(
        "What went on",
        """
        The inner tasks were the same each time. What differs is what the outer one waits for before
        it asks for the next item. A stream that is not asked does not run, and that is all the back
        pressure there is.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: three at a time; the dishes in the order in which they are done; and
        a cook who drops one.
        """);
  }
}
