package dev.wakerobin.tutorial.chapter13;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Computing;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import dev.wakerobin.tutorial.Timelines;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/// # 13. Write your own scheduler, plug it in
///
/// **Goal.** You have written a scheduler that decides who is first, and all the programs of this
/// book run on it unchanged.
///
/// **Where we are.** Between being woken and being polled, and this time it is you who decides:
///
/// ```
/// made ─▶ SPAWNED ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** In chapter 12 all tasks were equal. In an office they are not: an order that the
/// customer waits for should not lie below six reports. So here is a scheduler named *priority*, in
/// a module of its own, `scheduler-priority`: less than 150 lines in four files. Read them in this
/// order: [Line][dev.wakerobin.scheduler.priority.Line] and
/// [Lanes][dev.wakerobin.scheduler.priority.Lanes], which say whose turn it is; then
/// `PriorityScheduler`, the threads that take from it; then [PrioritySchedulerProvider], which
/// gives the whole thing its name.
///
/// How does the runtime know of it? It does not. The module says that it *provides* a scheduler,
/// and whoever starts a runtime asks the JDK's `ServiceLoader` for those that are there:
///
/// ```java
/// module dev.wakerobin.scheduler.priority {
///   requires transitive dev.wakerobin.api;
///   exports dev.wakerobin.scheduler.priority;
///
///   provides dev.wakerobin.spi.SchedulerProvider with
///       dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
/// }
/// ```
///
/// Put it on the module path, and it is there. `./wakerobin run 5 --scheduler priority` prints what
/// chapter 5 always printed, and so do the others. (Chapter 9 had it on its page all the time: it
/// asks for all the schedulers that there are.)
///
/// **Predict.** Six reports take 3 ms each, two urgent orders come after them and take 1 ms each.
/// There is one worker. When are the orders done, and when is everything done: on *basic*, and on
/// *priority*?
public final class Chapter13 implements Chapter {
  private static final String BASIC = "basic";
  private static final String PRIORITY = "priority";

  @Override
  public Heading heading() {
    return new Heading(
        13,
        "Write your own scheduler, plug it in",
        "You have written a scheduler that decides who is first, and every program runs on it.",
        Station.SPAWNED,
        Station.POLLED,
        Station.WOKEN);
  }

  /// ## A day at the office
  ///
  /// It is found by its name, as *basic* is. With one worker, so that the order is the whole story;
  /// name a scheduler or ask for real time, and you get as many workers as you want.
  static Trace recorded(Stage stage, String scheduler, Office load) throws Exception {
    boolean free = stage.scheduler().isPresent() || stage.real();
    Computing work = Computing.on(free ? stage.on(scheduler) : stage.on(scheduler).with(1));
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = work.open(recorder)) {
      runtime.blockOn(load.program(work));
    }
    return recorder.trace();
  }

  /// ## When is it done?
  ///
  /// From the first event to the end of the last poll of any task with that name.
  static long doneAfter(Trace trace, String name) {
    long end = 0;
    for (Event event : trace.events()) {
      if (event instanceof Event.PollEnded ended && ended.task().name().startsWith(name)) {
        end = ended.nanos();
      }
    }
    return end - trace.events().getFirst().nanos();
  }

  /// ## The same papers, in another order
  ///
  /// The bars have the numbers of the tasks: 2 to 7 are reports, 8 and 9 the orders.
  static void orders(PrintStream out, Stage stage) throws Exception {
    Timelines timelines = new Timelines(Axis.NANOS);
    out.println(Office.ORDERS.words());
    out.println(Figures.row("done after, in ms", "urgent", "reports"));
    for (String name : stage.scheduler().map(List::of).orElse(List.of(BASIC, PRIORITY))) {
      Trace trace = recorded(stage, name, Office.ORDERS);
      timelines.add(name, trace);
      out.println(
          Figures.row(
              name,
              Figures.millis(doneAfter(trace, "urgent")),
              Figures.millis(doneAfter(trace, "report"))));
    }
    timelines.draw(out);
  }

  /// ## Everything is urgent
  ///
  /// Tasks 2 to 4 are urgent, and have eight polls each. Task 5 is a report, and has four. The
  /// table: the most polls that any task had to wait for, and when the report was done, in ms.
  static void rush(PrintStream out, Stage stage) throws Exception {
    Timelines timelines = new Timelines(Axis.NANOS);
    out.println(Office.RUSH.words());
    out.println(Figures.row("", "waited", "report"));
    for (String name : stage.scheduler().map(List::of).orElse(List.of(BASIC, PRIORITY))) {
      Trace trace = recorded(stage, name, Office.RUSH);
      timelines.add(name, trace);
      String waited = Figures.grouped(trace.figures().mostPollsWaited().value());
      out.println(Figures.row(name, waited, Figures.millis(doneAfter(trace, "report"))));
    }
    long bound = new PrioritySchedulerProvider().traits().fairness().mostPollsBetween(5, 1);
    out.println(Figures.row("'priority' promises", Figures.grouped(bound)));
    timelines.draw(out);
  }

  /// ## Often believed: the scheduler must know about futures
  ///
  /// It polls them, so it must know them? Look at all the types of Wakerobin that *priority* names.
  /// A task is something to `run`, and has a number and a name. What happens in there, whether it
  /// is a future at all, nobody has told it.
  static void whatItKnows(PrintStream out) throws IOException {
    Set<String> known = Acquaintances.ofPriority();
    known.forEach(out::println);
    out.println("a future among them: " + (known.contains("dev.wakerobin.Future") ? "yes" : "no"));
  }

  /// ## What went on
  ///
  /// Both took 20 ms. A scheduler makes nothing faster; it decides who waits. The orders were done
  /// after 2 ms rather than after 8, and for that each report was done a little later or at the
  /// same time. Somebody always pays.
  ///
  /// And the rush shows why it must not be the same one who pays all the time. Urgent tasks that
  /// wake themselves are always there; if they always went first, the report would never come. That
  /// is *starvation*, and it is the sin of priorities: printers that never print, low-priority
  /// batches found years later. The cure is as old, *ageing*: after four urgent ones comes an
  /// ordinary one. So it can promise something, and contract rule S4 wants it to: no task waits for
  /// more polls than declared.
  ///
  /// What was not there to be written: no state of a task, no waker, no timer, no cancellation. The
  /// runtime has those, and the seam between the two is three methods wide: `schedule`, `run`,
  /// `close`. What was hard is what is hard in every scheduler, to sleep and yet to hear every
  /// bell. Under one lock it takes four lines.
  ///
  /// ## Exercises
  ///
  /// `./wakerobin learn 13` has two of them: *Fill* in a lane for tasks that can wait, and
  /// *Predict* the order in which a rush is served. And by yourself:
  ///
  /// 1. *Investigate.* `./wakerobin race 12 --schedulers basic,priority --program 3`. Nobody is
  ///    urgent there. What is different?
  /// 2. *Make.* Copy the folder `scheduler-priority`, give module, package and name a name of your
  ///    own, and let the task with the shortest name go first. Which rule of the contract will
  ///    you break?
  ///
  /// ## What is next
  ///
  /// It works, in two examples. Is it right? Chapter 14 tries to prove the contrary.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        Six reports take 3 ms each. Two urgent orders come after them, 1 ms each. There is one
        worker. When are the orders done, and when is all done?
        """);
    page.program(out -> orders(out, stage));
    page.say(
        """
        Tasks 8 and 9 are the orders. They go first, and nothing is faster: in all it is 20 ms as
        before. But what if everybody says that it is urgent?
        """);
    page.program(out -> rush(out, stage));
    page.say(
        """
        Task 5 is the report. After four urgent polls comes one of the others, so it gets its turn,
        and the scheduler can promise how long that takes at most.
        """);
    page.say(
        "Often believed",
        """
        The scheduler must know about futures. These are all the types of ours that its class files
        name:
        """);
    page.program(Chapter13::whatItKnows);
    page.say(
        "What went on",
        """
        A scheduler is a line, and somebody who takes from it. It is found by its name, knows a
        task as something to run, and every chapter runs on it: ./wakerobin run 5 --scheduler
        priority.
        """);
    page.say(
        "Exercises",
        """
        Two are in ./wakerobin learn, two more in the text: a race of chapter 12, and a scheduler
        of your own.
        """);
  }
}
