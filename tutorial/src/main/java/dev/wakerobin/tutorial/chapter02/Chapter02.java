package dev.wakerobin.tutorial.chapter02;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Counted;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// # 2. Keep the bell: wakers
///
/// **Goal.** You can write a future that waits, and know what it owes to those who poll it.
///
/// **Where we are.** On the way back, from pending to the next poll:
///
/// ```
/// made ─▶ spawned ─▶ polled ─▶ ready
///                    ▲    │
///                    │    └─▶ PENDING ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** A runtime with a thousand tasks cannot go round asking each of them whether it is done.
/// So it asks once, and hands over a bell, the [dev.wakerobin.Waker]. Whoever answers pending
/// promises: I have kept the bell of this poll, and somebody will ring it.
///
/// We write the same delay three times, and look only at how the promise is kept. Read [BusyDelay],
/// then [Delay] with the two who ring for it, [ThreadEach] and [SharedTimer]; then come back.
///
/// **Predict.** All three last 40 ms. How often will each be polled: 2 times, 40 times, thousands
/// of times?
public final class Chapter02 implements Chapter {
  private static final Duration LENGTH = Duration.ofMillis(40);

  @Override
  public Heading heading() {
    return new Heading(
        2,
        "Keep the bell: wakers",
        "You have written a future that waits, and rings when there is news.",
        Station.PENDING,
        Station.WOKEN);
  }

  /// ## The program
  ///
  /// Each delay runs as a task, with its polls [counted][Counted]. The second and the third run
  /// once more with a hundred tasks at the same time, for there they differ.
  static void threeDelays(PrintStream out, Stage stage) throws Exception {
    try (AsyncRuntime runtime = stage.open()) {
      Meter meter = new Meter(runtime, out);
      meter.measure("rings at once", 1, () -> new BusyDelay(LENGTH));
      rung(meter, "a thread rings", "a shared timer rings", 1);
      rung(meter, "100 tasks, a thread each", "100 tasks, a shared timer", 100);
    }
  }

  private static void rung(Meter meter, String byThreads, String byTimer, int howMany)
      throws Exception {
    ThreadEach threads = new ThreadEach(meter.countedThreads());
    meter.measure(byThreads, howMany, () -> new Delay(LENGTH, threads));
    try (SharedTimer timer = new SharedTimer(meter.countedThreads())) {
      meter.measure(byTimer, howMany, () -> new Delay(LENGTH, timer));
    }
  }

  /// ## Often believed: poll is called until the future is ready
  ///
  /// That would make the bell a courtesy. This future forgets it: it answers pending and keeps
  /// nothing. It is polled once. It is not slow then, or retried, or reported: it sleeps for ever,
  /// and so does whoever awaits it.
  static void forgetTheBell(PrintStream out, Stage stage) throws Exception {
    AtomicLong polls = new AtomicLong();
    Future<Unit> forgetful = _ -> Poll.pending(); // The promise, broken.
    try (AsyncRuntime runtime = stage.open()) {
      JoinHandle<Unit> handle = runtime.spawn(new Counted<>(forgetful, polls));
      do {
        runtime.blockOn(Tasks.sleep(LENGTH));
      } while (polls.get() == 0);
      out.println("forgot the bell: polled " + polls + " time, finished: " + handle.isFinished());
    } // Closing the runtime ends the task, or it would lie there for ever.
  }

  /// ## Often believed: ringing too often is a bug
  ///
  /// It is a waste at most. Rings *coalesce*: a task is either due for a poll or it is not. A
  /// thousand rings before the next poll lead to one poll. So when in doubt, ring.
  static void ringTooOften(PrintStream out, Stage stage) throws Exception {
    AtomicLong polls = new AtomicLong();
    Future<Unit> eager =
        context -> {
          if (polls.get() > 1) {
            return Poll.ready();
          }
          for (int i = 0; i < 1_000; i++) {
            context.waker().wake();
          }
          return Poll.pending();
        };
    try (AsyncRuntime runtime = stage.open()) {
      runtime.blockOn(new Counted<>(eager, polls));
      out.println("rang 1,000 times: polled " + polls + " times");
    }
  }

  /// ## What went on
  ///
  /// The busy delay kept its promise to the letter, and a processor with it. The other two were
  /// polled twice: once to be asked and once to say that it is over. That is the least there can
  /// be.
  ///
  /// A thread for each delay is the price of the second. It is what your operating system has a
  /// limit for. (A virtual thread would make it cheap. But then you have two schedulers, and the
  /// task might as well have been the virtual thread.) The third needs one thread, however many
  /// delays there are.
  ///
  /// ## What is next
  ///
  /// You know both sides of the bell now: who keeps it, and who rings it. Chapter 3 builds what
  /// hears it.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Here are three ways to write a delay of 40 ms. The first rings its own bell at
        each poll: ask me again. The second starts a thread that sleeps, then rings. The
        third is rung by a timer that all delays share. How often will each be polled?
        """);
    page.program(out -> threeDelays(out, stage));
    page.say(
        """
        The first is correct, and keeps a processor busy with asking. The others are asked
        twice: not yet; yes. Where they differ is in threads.
        """);
    page.say(
        "Often believed",
        """
        A future is polled until it is ready, and the bell is a courtesy. So here is one
        that is never ready and forgets the bell. How often will it be asked?
        """);
    page.program(out -> forgetTheBell(out, stage));
    page.say("Often believed", "To ring too often is a bug. So here is one that cannot stop:");
    page.program(out -> ringTooOften(out, stage));
    page.say(
        "What went on",
        """
        Pending is a promise: I have kept the bell of this poll, and somebody will ring
        it. Who breaks it sleeps for ever, without any error. Ringing too often costs
        nothing: a thousand rings before a poll lead to one poll.
        """);
  }
}
