package dev.wakerobin.tutorial.chapter03;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Counted;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import dev.wakerobin.tutorial.chapter01.Countdown;
import dev.wakerobin.tutorial.chapter02.Delay;
import dev.wakerobin.tutorial.chapter02.ThreadEach;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/// # 3. An executor in 60 lines
///
/// **Goal.** You have built the thing that polls, and the bug that everybody builds first.
///
/// **Where we are.** On the round: who polls, and who hears the bell?
///
/// ```
/// made ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** “Executor” sounds like a pool of threads with queues and locks. At its heart it is
/// three lines: take a task that is due, poll it, again. This chapter gets there in four steps.
/// Each of them is a class that compiles and runs, and each but the last has a flaw that you can
/// see in what it prints.
///
/// ```
/// Spinning      asks until it is ready
/// Queueing      asks only those who have been rung
/// Parking       sleeps while nobody is
/// MiniExecutor  ... and hears a bell that rings during the poll
/// ```
///
/// Nothing of the runtime is used in them. So this chapter is the same on every scheduler, but for
/// its last line.
///
/// **Predict.** Read each step before you read what it prints. Where is its flaw?
public final class Chapter03 implements Chapter {

  @Override
  public Heading heading() {
    return new Heading(
        3,
        "An executor in 60 lines",
        "You have built what polls, in four steps, and the bug that everybody builds first.",
        Station.POLLED,
        Station.WOKEN);
  }

  private static Future<Unit> delay(AtomicLong polls) {
    ThreadEach thread = new ThreadEach(Thread.ofPlatform().daemon().factory());
    return new Counted<>(new Delay(Duration.ofMillis(20), thread), polls);
  }

  private static Future<String> countdown(AtomicLong polls, PrintStream out) {
    return new Counted<>(new Countdown(3, out), polls);
  }

  private static List<Future<?>> allThree(AtomicLong polls, PrintStream out) {
    return List.of(delay(polls), delay(polls), countdown(polls, out));
  }

  /// ## Step 1 runs one delay
  ///
  /// Two polls would do, as we know from chapter 2.
  static void spinning(PrintStream out) throws Exception {
    AtomicLong polls = new AtomicLong();
    Spinning.run(delay(polls));
    out.println("1 Spinning: one delay, polled " + Figures.grouped(polls.get()) + " times");
  }

  /// ## Step 2 runs two of them at the same time
  ///
  /// With two polls each. The processor is as busy as before.
  static void queueing(PrintStream out) throws Exception {
    AtomicLong polls = new AtomicLong();
    Queueing executor = new Queueing();
    executor.spawn(delay(polls));
    executor.spawn(delay(polls));
    executor.run();
    out.println("2 Queueing: two delays, polled " + polls + " times in all,");
    out.println("  and " + Figures.grouped(executor.looksInVain()) + " looks at an empty queue");
  }

  /// ## Step 3 sleeps ...
  ///
  /// Four polls, and the processor is free meanwhile. Done? (The executor has a thread of its own
  /// here, and we do not wait for it for ever. You will see why.)
  static void parking(PrintStream out) throws Exception {
    AtomicLong polls = new AtomicLong();
    Parking executor = new Parking();
    executor.spawn(delay(polls));
    executor.spawn(delay(polls));
    boolean ended = started(executor).join(Duration.ofSeconds(10));
    out.println("3 Parking: two delays, polled " + polls + " times in all,");
    out.println(ended ? "  and asleep in between" : "  then asleep for ever: a rare sight");
  }

  /// ## ... for ever
  ///
  /// Not done. A countdown rings while it is polled, and that is what step 3 does not hear. Once
  /// the executor's thread waits, nobody is left who could ring: it waits for good, and we end it.
  static void lostWake(PrintStream out) throws Exception {
    AtomicLong polls = new AtomicLong();
    Parking executor = new Parking();
    executor.spawn(countdown(polls, out));
    Thread thread = started(executor);
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    out.println("3 Parking: a countdown, polled " + polls + " time, then " + thread.getState());
    thread.interrupt();
    thread.join();
  }

  private static Thread started(Parking executor) {
    Callable<Unit> run =
        () -> {
          executor.run();
          return Unit.UNIT;
        };
    return Thread.ofPlatform().daemon().start(new FutureTask<>(run));
  }

  /// ## Step 4 does both
  ///
  /// Two polls for each delay, four for the countdown, and sleep in between. It needs no thread of
  /// its own any more, for it comes back.
  static void miniExecutor(PrintStream out) throws Exception {
    AtomicLong polls = new AtomicLong();
    MiniExecutor executor = new MiniExecutor();
    allThree(polls, out).forEach(executor::spawn);
    executor.run();
    out.println("4 MiniExecutor: all three, polled " + polls + " times in all");
  }

  /// ## Often believed: an executor is a thread pool
  ///
  /// Ours has one thread, and it is not even its own: `run` borrows yours. Three tasks were under
  /// way on it at the same time. Threads are for *computing* at the same time. To *wait* for many
  /// things at the same time, a queue is enough.
  ///
  /// The scheduler `basic` is this very loop, grown up. Here it runs the same three tasks, or
  /// whatever scheduler you asked for does. It polls as often as ours.
  static void theRealThing(PrintStream out, Stage stage) throws Exception {
    AtomicLong polls = new AtomicLong();
    try (AsyncRuntime runtime = stage.open()) {
      List<JoinHandle<?>> handles = new ArrayList<>();
      for (Future<?> each : allThree(polls, out)) {
        handles.add(runtime.spawn(each));
      }
      for (JoinHandle<?> handle : handles) {
        runtime.blockOn(handle);
      }
      out.println(runtime.scheduler() + ": all three, polled " + polls + " times in all");
    }
  }

  /// ## What went on
  ///
  /// The four steps are the four questions that every scheduler answers: whom do I poll next, how
  /// do I learn that somebody is due, how do I sleep, and what if the bell rings at the wrong
  /// moment. The last one is the hard one. Everything that is complicated in a real scheduler is
  /// there because several threads ask the last question at once.
  ///
  /// Much is missing still: handles to wait for a task's value, tasks that fail without taking the
  /// others along, tasks spawned from other threads, the end of those that nobody wants any more.
  /// None of that is in the queue. It is in the task.
  ///
  /// ## What is next
  ///
  /// An executor polls whatever it is given. Chapter 4 is about writing futures as if they were
  /// ordinary functions; chapter 5 about tasks: spawning them, awaiting them, letting them go.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Four executors, each repairing the one before. Read them first, in the order
        Spinning, Queueing, Parking, MiniExecutor. Where is the flaw of each?
        """);
    page.program(Chapter03::spinning);
    page.say("It asks and asks. So let it ask only those who have been rung:");
    page.program(Chapter03::queueing);
    page.say("No task is asked in vain any more, but the queue is. So let it sleep:");
    page.program(Chapter03::parking);
    page.say("That looks done. But a countdown rings while it is being polled:");
    page.program(Chapter03::lostWake);
    page.say(
        """
        The ring came when the task still counted as queued, and was lost. Nobody will ring again: a
        lost wake. Take the flag down before the poll, not after it:
        """);
    page.program(Chapter03::miniExecutor);
    page.say(
        "Often believed",
        """
        An executor is a thread pool. Ours borrowed one thread, yours, and had three tasks
        under way on it. A real scheduler polls them just as often:
        """);
    page.program(out -> theRealThing(out, stage));
    page.say(
        "What went on",
        """
        Take a task that is due; poll it; again. What is hard is to sleep, and yet to hear
        every bell.
        """);
  }
}
