package dev.wakerobin.tutorial.chapter01;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;

/// # 1. A future is a value you must poll
///
/// **Goal.** You have polled a future to its end with your own hands, and know what a runtime does
/// for you.
///
/// **Where we are.** At the beginning. There is no task yet, and nothing to wait for:
///
/// ```
/// MADE ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** You may know futures that are receipts: the work was started when you got it, and the
/// future is where its result will come in. The futures of this book are *recipes*. Somebody has to
/// cook. That seems a step back, and buys two things: nothing runs that nobody asked for, and
/// making a future costs as much as making an object.
///
/// **Predict.** [Countdown] counts 3, 2, 1 and is ready then. How often must it be polled: three
/// times, or four?
public final class Chapter01 implements Chapter {

  @Override
  public Heading heading() {
    return new Heading(
        1,
        "A future is a value you must poll",
        "You have polled a future to its end, first by hand and then with a runtime.",
        Station.MADE,
        Station.POLLED);
  }

  /// ## By hand
  ///
  /// `poll` wants a [Context], which holds the waker: the bell to ring when asking again makes
  /// sense. We ask again anyway, so we give it one that nobody hears. The answer is one of two:
  /// [Poll.Pending], or [Poll.Ready] with the value.
  static void byHand(PrintStream out) throws Exception {
    Context context = Context.of(Waker.noop());
    Future<String> countdown = new Countdown(3, out);
    out.println("made; nothing has happened yet");
    Poll<String> answer;
    do {
      answer = countdown.poll(context);
      out.println("  the answer: " + answer);
    } while (!answer.isReady());
  }

  /// ## By a runtime
  ///
  /// That loop is what a runtime is at its heart. `blockOn` polls until the future is ready, and
  /// answers the value. It just does not ask in vain: after a pending it waits for the bell.
  static void byRuntime(PrintStream out, Stage stage) throws Exception {
    try (AsyncRuntime runtime = stage.open()) {
      String value = runtime.blockOn(new Countdown(3, out));
      out.println("blockOn answers: " + value);
    }
  }

  /// ## Often believed: making a future starts it
  ///
  /// `connect` sounds like something that happens. Call it, leave its future alone, and count
  /// packets. There is no error and no warning: a future that nobody polls is an object that nobody
  /// uses. Whenever an async program does *nothing*, this is the first thing to look for.
  static void nobodyPolls(PrintStream out, Stage stage) throws Exception {
    Network network = new Network();
    try (AsyncRuntime runtime = stage.open()) {
      Future<String> connection = network.connect("localhost");
      out.println("connect was called:  " + network.packets() + " packets sent");
      runtime.blockOn(new Countdown(0, out));
      out.println("another future ran:  " + network.packets() + " packets sent");
      String answer = runtime.blockOn(connection);
      out.println("this one was polled: " + network.packets() + " packet sent, " + answer);
    }
  }

  /// ## What went on
  ///
  /// Four polls: one for each number, and one more to hear that it is over. The runtime made the
  /// same four. Between two of them the countdown was nothing but its two fields.
  ///
  /// ## What is next
  ///
  /// Countdown rings as soon as it is polled, so it is polled again at once. What if there is
  /// really something to wait for? Chapter 2 is about the bell.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A countdown prints one number a poll: 3, 2, 1, and then is ready. How often must
        it be polled?
        """);
    page.say("First by hand. This is a loop that calls poll, and nothing else:");
    page.program(Chapter01::byHand);
    page.say(
        """
        Four times: three numbers, and once more to hear that it is over. Now give it to a runtime,
        which is the same loop with a bell:
        """);
    page.program(out -> byRuntime(out, stage));
    page.say(
        "Often believed",
        """
        Making a future starts it. So let us call connect, and not poll what it answers:
        """);
    page.program(out -> nobodyPolls(out, stage));
    page.say(
        "What went on",
        """
        A future is a recipe, not a meal. Nothing happens until somebody polls it. If an
        async program does nothing at all, look for the future that nobody polls.
        """);
  }
}
