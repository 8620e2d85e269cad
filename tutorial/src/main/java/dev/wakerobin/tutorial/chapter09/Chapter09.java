package dev.wakerobin.tutorial.chapter09;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.Outcome;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Computing;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// # 9. Timers and a clock of your own
///
/// **Goal.** You have built a timer queue, and tested a time-out of an hour in no time.
///
/// **Where we are.** Where the bell is rung by time:
///
/// ```
/// made ─▶ spawned ─▶ polled ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** In chapter 2 one thread rang a hundred bells. How does it know which one is next? A
/// server sets a timer for each request, ten thousand at a time, and cancels nearly all of them,
/// for nearly all requests are answered. So a timer queue has three things to do well: to set, to
/// cancel, and to find the earliest.
///
/// And how is it tested? Nobody waits for an hour to see that an hour's time-out works. Nobody
/// should wait for a second either.
///
/// Read [TimerQueue], [PlainQueue] and [LazyQueue]; then come back.
///
/// **Predict.** Ten thousand timers wait in a heap. How many of them are looked at when one is
/// cancelled?
public final class Chapter09 implements Chapter {
  private static final int REQUESTS = 12_000;
  private static final Duration NAP = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public Heading heading() {
    return new Heading(
        9,
        "Timers and a clock of your own",
        "You have built a timer queue, and tested a time-out of an hour in no time.",
        Station.PENDING,
        Station.WOKEN);
  }

  /// ## What a request costs
  ///
  /// A server with that many requests under way. Twelve thousand times one of them is answered, any
  /// one: its timer is cancelled, and that of a new request is set. Looks are counted, not
  /// nanoseconds: they are the same on your machine and on mine.
  static long looksPerRequest(TimerQueue timers, int underWay) {
    Random which = new Random(1);
    List<Timer> set = new ArrayList<>();
    for (int i = 0; i < underWay; i++) {
      set.add(timers.set(i, () -> {}));
    }
    long before = timers.looks();
    for (int i = 0; i < REQUESTS; i++) {
      int answered = which.nextInt(underWay);
      timers.cancel(set.get(answered));
      set.set(answered, timers.set(underWay + i, () -> {}));
    }
    return (timers.looks() - before) / REQUESTS;
  }

  static void compare(PrintStream out) {
    out.println(Figures.row("looks a request", "plain", "lazy"));
    for (int underWay : List.of(100, 1_000, 10_000)) {
      out.println(
          Figures.row(
              Figures.grouped(underWay) + " under way",
              Figures.grouped(looksPerRequest(new PlainQueue(), underWay)),
              Figures.grouped(looksPerRequest(new LazyQueue(), underWay))));
    }
  }

  /// ## A clock of your own
  ///
  /// The queue rings what is due when it is told how late it is. So tell it. If nobody has anything
  /// to do before the next deadline, nothing is lost by going there at once: `now` *jumps*.
  static void cook(PrintStream out) {
    TimerQueue timers = new LazyQueue();
    timers.set(45, () -> out.println("take the bread out"));
    Timer rice = timers.set(20, () -> out.println("take the rice off"));
    timers.set(5, () -> out.println("peel the egg"));
    timers.cancel(rice);
    long now = 0;
    while (timers.nextDeadline().isPresent()) {
      now = timers.nextDeadline().getAsLong();
      out.print("minute " + Figures.right("" + now, 2) + ": ");
      timers.ringDue(now);
    }
  }

  /// ## An hour, on every scheduler
  ///
  /// That is a *virtual* clock. Wakerobin has one: it stands still as long as any task can run, and
  /// jumps when all are asleep. It is given to the runtime, so it works with any scheduler, for no
  /// scheduler knows about clocks. (There is `Clock.manual()` as well, which your test moves
  /// itself.)
  static void anHour(PrintStream out, List<String> schedulers) throws Exception {
    Duration hour = Duration.ofHours(1);
    for (String scheduler : schedulers) {
      long start = System.nanoTime();
      try (AsyncRuntime runtime =
          AsyncRuntime.builder().scheduler(scheduler).clock(Clock.virtual()).build()) {
        Instant before = runtime.now();
        Future<Outcome<Unit>> guest = Futures.outcome(Tasks.timeout(hour, Futures.<Unit>never()));
        String end =
            switch (runtime.blockOn(guest)) {
              case Outcome.Value<Unit> _ -> "somebody came";
              case Outcome.Failure<Unit>(Throwable late) -> late.getMessage() + "";
            };
        Duration passed = Duration.between(before, runtime.now());
        String yours = System.nanoTime() - start < PATIENCE.toNanos() ? "less" : "more";
        out.println(scheduler + ": " + end);
        out.println("  its clock: " + passed + "; yours: " + yours + " than 10 s");
      }
    }
  }

  /// ## Often believed: `sleep(10)` means exactly 10
  ///
  /// A task sleeps for 10 ms, and measures how long that was. Beside it another one computes, in
  /// one poll, from the first millisecond on.
  static Duration nap(Stage stage, Duration neighbours, Instrument... instruments)
      throws Exception {
    Computing work = Computing.on(stage);
    Future<Duration> sleeper =
        async(
            () -> {
              Instant start = Tasks.now();
              await(Tasks.sleep(NAP));
              return Duration.between(start, Tasks.now());
            });
    Future<Unit> neighbour =
        async(
            () -> {
              await(Tasks.sleep(Duration.ofMillis(1)));
              work.lasting(neighbours);
            });
    Future<Duration> main =
        async(
            () -> {
              JoinHandle<Duration> handle = Tasks.spawn("sleeper", sleeper);
              Tasks.spawn("neighbour", neighbour);
              return await(handle);
            });
    try (AsyncRuntime runtime = work.open(instruments)) {
      return runtime.blockOn(main);
    }
  }

  static void naps(PrintStream out, Stage stage) throws Exception {
    for (int millis : List.of(0, 5, 25, 100)) {
      long nanos = nap(stage, Duration.ofMillis(millis)).toNanos();
      out.println(
          Figures.left("the neighbour computes " + millis + " ms,", 35)
              + "10 ms are "
              + Figures.millis(nanos));
    }
  }

  static void draw(PrintStream out, Stage stage) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    nap(stage, Duration.ofMillis(25), recorder);
    out.print(Gantt.of(recorder.trace()).along(Axis.NANOS).columns(Page.WIDTH).draw());
  }

  /// ## What went on
  ///
  /// In the plain heap a cancel looks at half of all timers. In the lazy one it looks at none, and
  /// pays a few looks later, when the marked ones are thrown out; however many there are.
  ///
  /// The sleeper was late by as much as its neighbour computed beyond its deadline. Ringing is work
  /// too: somebody has to look at the queue, and whoever looks is a worker between two polls, or
  /// one that sleeps. With one worker inside a poll nobody looks. With another one free it is
  /// nearly on time: try `--real --scheduler work-stealing`. But it is never early. So a sleep
  /// promises *not before*, and no clock of any runtime or operating system promises more.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* Let the neighbour compute twice 25 ms, with `await(Tasks.yieldNow())` in
  /// between. When does the sleeper wake up? Run it on `basic`. (A busy worker looks at the timers
  /// once in a few dozen polls.)
  /// 2. *Make.* A timing *wheel*: an array of 64 lists, one for each millisecond from now, and a
  /// hand that goes round. Setting and cancelling look at nothing. What does `nextDeadline` cost,
  /// and where do you put a timer of a minute? The test of the other two (`TimerQueueProperties`)
  /// takes yours as it is. Varghese and Lauck wrote the paper (1987); Tokio and Netty have wheels.
  /// 3. *Repair.* A loop that sleeps for 10 ms and then computes for 3 beats every 13 ms. Look at
  ///    `Tasks.interval`, and let it beat every 10.
  ///
  /// ## What is next
  ///
  /// A task that waits for time waits for nobody. Chapter 10 is about those who wait for each
  /// other.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A server has 10,000 requests under way, each with a timer in a heap. One is answered, and
        its timer is cancelled. How many timers are looked at to find it?
        """);
    page.program(Chapter09::compare);
    page.say(
        """
        Half of them. A heap knows where its earliest is, and nothing else. The lazy queue does not
        look: it marks what is cancelled, and throws all marked ones out when they are more than
        half.
        """);
    page.say(
        """
        There is no clock in either. They are told how late it is. So if nothing is to be done
        before the next deadline, go there at once:
        """);
    page.program(Chapter09::cook);
    page.say(
        """
        A clock that jumps. The runtime has one, and it fits every scheduler. Here is a guest who
        never comes, and a host who waits for an hour:
        """);
    List<String> schedulers =
        stage.scheduler().map(List::of).orElseGet(AsyncRuntime::availableSchedulers);
    page.program(out -> anHour(out, schedulers));
    page.say(
        "Often believed",
        """
        Sleep(10) means exactly 10. So let a task sleep for 10 ms beside one that computes:
        """);
    page.program(out -> naps(out, stage));
    page.say("The third of them, drawn:");
    page.program(out -> draw(out, stage));
    page.say(
        "What went on",
        """
        The bell was due at 10 ms. But somebody has to look at the queue and ring, and the one
        worker was inside a poll. A sleep is never too short, and as much too long as the others let
        it be.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: a neighbour that yields; a timing wheel; and a loop that beats too
        slowly.
        """);
  }
}
