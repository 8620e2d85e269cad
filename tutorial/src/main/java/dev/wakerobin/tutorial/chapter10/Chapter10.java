package dev.wakerobin.tutorial.chapter10;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
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
import java.util.List;
import java.util.function.Supplier;

/// # 10. Channels, back pressure, select
///
/// **Goal.** You have seen a queue grow, and one that cannot; and waited for two things at once.
///
/// **Where we are.** Where one task waits for another one, and is woken by it:
///
/// ```
/// made ─▶ spawned ─▶ polled ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** Tasks that share a variable need a lock. Tasks that hand things over need none: a
/// *channel* is a queue with a bell at each end. The receiver waits while it is empty. And the
/// sender? Nobody works at just the speed of somebody else. Whoever is faster has to wait
/// somewhere, or what he makes has. Where, is for you to say, by the size of the queue.
///
/// Read [Bakery]; then come back.
///
/// **Predict.** A loaf takes 1 ms to bake and 4 ms to sell. Twelve loaves go over a shelf for
/// three, and then twelve over a shelf without an end. Which bakery is done first?
public final class Chapter10 implements Chapter {
  private static final int LOAVES = 12;

  @Override
  public Heading heading() {
    return new Heading(
        10,
        "Channels, back pressure, select",
        "You have seen a queue grow, and one that cannot; and waited for two things at once.",
        Station.PENDING,
        Station.WOKEN);
  }

  /// ## A day in the bakery
  ///
  /// Both are spawned, both handles awaited.
  static Duration day(Stage stage, Bakery bakery, Instrument... instruments) throws Exception {
    try (AsyncRuntime runtime = stage.openLab(instruments)) {
      Instant start = runtime.now();
      runtime.blockOn(
          async(
              () -> {
                JoinHandle<Unit> baker = Tasks.spawn("baker", bakery.baker());
                JoinHandle<Unit> seller = Tasks.spawn("seller", bakery.seller());
                await(baker);
                await(seller);
              }));
      return Duration.between(start, runtime.now());
    }
  }

  /// ## Its picture
  ///
  /// Time goes to the right. The line below says how many loaves lie on the shelf.
  static void draw(PrintStream out, Stage stage, Channel<Instant> shelf) throws Exception {
    Bakery bakery = new Bakery(shelf, LOAVES);
    TraceRecorder recorder = new TraceRecorder();
    Instant start = stage.real() ? Instant.now() : Instant.EPOCH;
    Duration day = day(stage, bakery, recorder);
    out.println(LOAVES + " loaves are sold after " + Figures.millis(day.toNanos()) + " ms");
    out.print(bakery.depth().over(recorder.trace(), start));
  }

  /// ## Often believed: an unbounded queue is the safe choice
  ///
  /// For nobody has to wait, and nothing is lost. So let the day be longer, and measure three
  /// things: how many loaves lay on the shelf at most, how old the oldest was that was sold, and
  /// when all were sold.
  static void compare(PrintStream out, Stage stage) throws Exception {
    out.println(Figures.row("", "deepest", "oldest", "sold"));
    for (int loaves : stage.real() ? List.of(12, 60) : List.of(12, 120, 1_200)) {
      row(out, stage, "bounded(3)", () -> Channel.bounded(3), loaves);
      row(out, stage, "unbounded", Channel::unbounded, loaves);
    }
  }

  private static void row(
      PrintStream out, Stage stage, String name, Supplier<Channel<Instant>> shelf, int loaves)
      throws Exception {
    Bakery bakery = new Bakery(shelf.get(), loaves);
    Duration day = day(stage, bakery);
    out.println(
        Figures.row(
            Figures.right(Figures.grouped(loaves), 5) + " loaves, " + name,
            Figures.grouped(bakery.depth().most()),
            Figures.grouped(bakery.oldest().toMillis()),
            Figures.grouped(day.toMillis())));
  }

  /// ## Waiting for two things
  ///
  /// Now read [Radio], and run it.
  static void listen(PrintStream out, Stage stage) throws Exception {
    Radio radio = new Radio(out);
    try (AsyncRuntime runtime = stage.openLab()) {
      runtime.blockOn(
          async(
              () -> {
                Tasks.spawn("ship", radio.ship());
                await(radio.operator());
              }));
    }
  }

  /// ## What went on
  ///
  /// Neither bakery was done first. Both sell at the speed of the seller, and no shelf makes him
  /// faster. What the endless shelf holds is loaves that could have been flour: memory, and bread
  /// that is getting old. Of 1,200 requests in such a queue the last is answered after 3.6 seconds,
  /// perfectly, for a customer who left long ago.
  ///
  /// On the small shelf the baker waits. Waiting costs nothing, and it tells: whoever feeds the
  /// baker has to wait as well, and so on, up to the one who can do something about it. That is
  /// *back pressure*. It is the pending answer, passed on.
  ///
  /// So an unbounded queue has a bound too: it is your memory, and what happens there is not that
  /// somebody waits. Take one only where something else bounds it, as when each task sends one
  /// message.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* A shelf for six: how old is the oldest loaf, and when are all sold? And if the
  ///    seller is the faster one?
  /// 2. *Fill.* Let the baker throw away what does not fit: `trySend` answers `FULL`. Count the
  ///    loaves. When is that better than waiting?
  /// 3. *Repair.* In [Radio#operator] somebody makes the sleep once, before the loop, to save
  /// objects. It compiles. What does the operator write down? (Ctrl-C ends it. A future is polled
  /// until it is ready or cancelled, and not after.)
  ///
  /// ## What is next
  ///
  /// The loser of a select is cancelled. What that does, and in which order, is chapter 11.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A loaf takes 1 ms to bake and 4 ms to sell. Twelve loaves go over a shelf for three, and
        then twelve over a shelf without an end. Which bakery is done first?
        """);
    page.program(out -> draw(out, stage, Channel.bounded(3)));
    page.say("The shelf is full, so the baker waits. And without an end:");
    page.program(out -> draw(out, stage, Channel.unbounded()));
    page.say(
        """
        Neither. The seller is the slow one, and no shelf makes him faster.
        """);
    page.say(
        "Often believed",
        """
        An unbounded queue is the safe choice: nobody waits, and nothing is lost. So let the day be
        longer. How many loaves lie on the shelf, how old do they get, and
        after how many ms are all of them sold?
        """);
    page.program(out -> compare(out, stage));
    page.say(
        """
        It grows with the day, and so does the age of what comes out. Its bound is your memory. On
        the small shelf nothing grows: the baker waits, and so does whoever feeds him. That is back
        pressure.
        """);
    page.say("Now somebody who waits for two things: a message, or 10 ms without one.");
    page.program(out -> listen(out, stage));
    page.say(
        "What went on",
        """
        A channel is a queue with a bell at each end. Select polls both futures, and cancels the one
        that was not first. A receive that is cancelled takes nothing: all three messages have
        arrived.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: a larger shelf; a baker who throws away; and a timer made once for
        all turns.
        """);
  }
}
