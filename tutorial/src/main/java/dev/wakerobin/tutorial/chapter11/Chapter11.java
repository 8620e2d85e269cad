package dev.wakerobin.tutorial.chapter11;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.CancellationToken;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Computing;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// # 11. Cancellation and time-outs
///
/// **Goal.** You know what runs when a future is given up, in which order, and when.
///
/// **Where we are.** Leaving the map, from the place where most of a life is spent:
///
/// ```
/// made ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** Much of what a server begins is of no use before it is done: the customer has left, the
/// time is up, another answer was first. To go on would be waste; just to forget it would leave
/// files open and locks locked. So whoever gives a future up says so, by `cancel`, and the future
/// lets go of what it holds.
///
/// With a thread that is hard, for it has to be stopped somewhere in the middle. A future that is
/// not being polled *is* nowhere in the middle. It is an object that waits.
///
/// Read [Hotel]; then come back.
///
/// **Predict.** A guest has a room, and in it there is a bed. After 10 ms the host's patience is at
/// an end. Who lets go first: guest, room, or bed?
public final class Chapter11 implements Chapter {
  private static final Duration PATIENCE = Duration.ofMillis(10);

  @Override
  public Heading heading() {
    return new Heading(
        11,
        "Cancellation and time-outs",
        "You know what runs when a future is given up, in which order, and when.",
        Station.POLLED,
        Station.PENDING);
  }

  /// ## A time-out
  ///
  /// `timeout` polls the guest and a sleep. If the sleep is first, it cancels the guest and throws.
  static void checkOut(PrintStream out, Stage stage) throws Exception {
    run(
        stage,
        async(
            () -> {
              Diary diary = new Diary(out);
              try {
                diary.note(await(Tasks.timeout(PATIENCE, new Hotel(diary).guest())));
              } catch (TimeoutException late) {
                diary.note("host: " + late.getMessage());
              }
            }));
  }

  /// ## A scope
  ///
  /// Now read [Workshop], one member at a time. First its team.
  static void team(PrintStream out, Stage stage, Instrument... instruments) throws Exception {
    run(
        stage,
        async(
            () -> {
              Diary diary = new Diary(out);
              try {
                await(new Workshop(diary).team());
              } catch (TaskFailedException failure) {
                diary.note("the scope throws: " + failure.task() + " failed");
              }
            }),
        instruments);
  }

  /// ## Ask, or take
  ///
  /// The carpenter, stopped after 10 ms in two ways: his token is cancelled, or his task is
  /// aborted.
  static void stop(PrintStream out, Stage stage, boolean politely) throws Exception {
    CancellationToken token = new CancellationToken();
    run(
        stage,
        async(
            () -> {
              Diary diary = new Diary(out);
              JoinHandle<Unit> carpenter = Tasks.spawn(new Workshop(diary).carpenter(token));
              await(Tasks.sleep(PATIENCE));
              if (politely) {
                token.cancel();
              } else {
                carpenter.abort();
              }
              await(end(carpenter, diary));
            }));
  }

  /// ## Often believed: cancelling interrupts the thread
  ///
  /// Two tasks are aborted after 10 ms. One is asleep. The other one is inside a poll that takes
  /// 30 ms, and it is another thread that aborts it.
  static void abortAsleep(PrintStream out, Stage stage) throws Exception {
    run(
        stage,
        async(
            () -> {
              Diary diary = new Diary(out);
              JoinHandle<Unit> asleep =
                  Tasks.spawn(new Workshop(diary).sawing(Duration.ofHours(1)));
              await(Tasks.sleep(PATIENCE));
              asleep.abort();
              await(end(asleep, diary));
            }));
  }

  static void abortInAPoll(PrintStream out, Stage stage) throws Exception {
    Computing work = Computing.on(stage);
    Future<Unit> main =
        async(
            () -> {
              Diary diary = new Diary(out);
              Oneshot<JoinHandle<Unit>> letter = new Oneshot<>();
              JoinHandle<Unit> reckoner = Tasks.spawn(new Workshop(diary).reckoner(work, letter));
              letter.send(reckoner);
              await(end(reckoner, diary));
            });
    try (AsyncRuntime runtime = work.open()) {
      runtime.blockOn(main);
    }
  }

  /// Awaits the end of a task, whichever it is.
  private static Future<Unit> end(JoinHandle<Unit> handle, Diary diary) {
    return async(
        () -> {
          try {
            await(handle);
            diary.note("its handle: ready");
          } catch (TaskCancelledException _) {
            diary.note("its handle: cancelled");
          }
        });
  }

  private static void run(Stage stage, Future<Unit> main, Instrument... instruments)
      throws Exception {
    try (AsyncRuntime runtime = stage.openLab(instruments)) {
      runtime.blockOn(main);
    }
  }

  /// ## What went on
  ///
  /// In the hotel the bed was first. `cancel` goes down to the innermost future, for only that one
  /// knows what was asked of others: here it takes a timer back. Then each body goes on once more,
  /// from the inside out: its `await` throws, so resources are closed and `finally` runs. That is
  /// the order in which an exception would have come up, and it is over before the host goes on.
  ///
  /// In the workshop nobody was left at work when the scope threw. That is what scopes are for: a
  /// task that was spawned plainly would saw for an hour, for a team that has gone home.
  ///
  /// And the thread? It was not touched. There is nothing to interrupt in a task that is asleep: it
  /// is let go at once. And a task inside a poll cannot be stopped by anybody. Its thread goes on
  /// until the poll returns; then it is not polled again. (If that poll was the last one, its value
  /// stands.) That is chapter 7 once more: keep your polls short.
  ///
  /// ## Exercises
  ///
  /// 1. *Predict.* In [Hotel] let the guest, when he leaves, `await(Tasks.sleep(…))` in his
  /// `finally`. What is written down now, by a guest who is cancelled? Nobody will poll him again.
  /// 2. *Fill.* The carpenter sees his token between two chairs only. Let somebody who waits for an
  ///    order in a channel stop at once: `token.runUntilCancelled(receiver.receive())`.
  /// 3. *Investigate.* Let `TaskScope.supervised` stand in place of `failFast`. When does the team
  ///    go home, and who hears of the drill?
  ///
  /// ## What is next
  ///
  /// All this held on any scheduler. So does it matter which one you take? Chapter 12 has three
  /// programs for which it does.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A guest has a room, and in it there is a bed. After 10 ms the host's patience is at an end,
        and his time-out cancels the guest. Who lets go first: guest, room, or bed?
        """);
    page.program(out -> checkOut(out, stage));
    page.say(
        """
        The innermost first. Then each body goes on once more, from the inside out, for what it has
        to close. Then the host goes on. Next, a team in a scope, one of whom fails:
        """);
    TraceRecorder recorder = new TraceRecorder();
    page.program(out -> team(out, stage, recorder));
    page.program(
        out -> {
          Gantt bars = Gantt.of(recorder.trace()).along(Axis.NANOS).columns(Page.WIDTH);
          out.print(bars.draw());
        });
    page.say(
        """
        The scope took the other two down, and waited for them before it threw. A carpenter makes a
        chair in 4 ms. Stop him after 10, by a token:
        """);
    page.program(out -> stop(out, stage, true));
    page.say("And by abort:");
    page.program(out -> stop(out, stage, false));
    page.say("A token asks, and he stops where it suits him. Abort takes.");
    page.say("Often believed", "Cancelling interrupts the thread. Abort one who is asleep:");
    page.program(out -> abortAsleep(out, stage));
    page.say("And one who is in the middle of a poll of 30 ms, from another thread:");
    page.program(out -> abortInAPoll(out, stage));
    page.say(
        "What went on",
        """
        A task that is asleep is an object, and is let go at once. One in a poll is a thread at work.
        Nobody stops that: the poll goes on to its end, and there is no next one.
        """);
    page.say(
        "Exercises",
        """
        Three are in the text: a guest who waits as he leaves; a token beside a channel; and a scope
        that goes on.
        """);
  }
}
