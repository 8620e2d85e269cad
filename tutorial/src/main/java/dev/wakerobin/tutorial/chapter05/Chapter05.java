package dev.wakerobin.tutorial.chapter05;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.TaskTracker;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// # 5. Spawning and `JoinHandle`
///
/// **Goal.** You can start tasks from inside tasks, wait for their values, and let go of them.
///
/// **Where we are.** Where a future becomes a task, and where its value comes out:
///
/// ```
/// made ─▶ SPAWNED ─▶ polled ─▶ READY
///                    ▲    │
///                    │    └─▶ pending ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** A future that awaits another one goes on together with it, in the same task: one poll
/// after the other, never side by side. A *task* is a unit of its own. The scheduler runs it when
/// it likes and on the worker that it likes, and if it fails, nobody else does. Go has goroutines
/// for that, Erlang has processes. A server spawns a task for each connection.
///
/// **Predict.** [Hello] spawns a task, which prints a line and has a result; then it waits for the
/// result and prints that. Which of the two is polled more often? Read it before you go on.
public final class Chapter05 implements Chapter {

  @Override
  public Heading heading() {
    return new Heading(
        5,
        "Spawning and JoinHandle",
        "You have spawned a task from inside a task, awaited its value, and let one go.",
        Station.SPAWNED,
        Station.READY);
  }

  /// ## Running it
  ///
  /// The outer future gets a name, `main`, so that the picture can show both tasks.
  static void hello(PrintStream out, Stage stage, TraceRecorder recorder) throws Exception {
    try (AsyncRuntime runtime = stage.open(recorder)) {
      runtime.blockOn(runtime.spawn("main", new Hello(out)));
    }
  }

  /// ## Often believed: spawn runs it now
  ///
  /// The parent spawns three tasks in one poll, and then says how many of them have begun. `spawn`
  /// hands a task over and returns: none runs *inside* it. With one worker none can begin before
  /// the parent's poll is over. With several, another worker may be quick enough to begin one
  /// *beside* the parent.
  static void spawnThree(PrintStream out, Stage stage) throws Exception {
    AtomicInteger begun = new AtomicInteger();
    Future<List<JoinHandle<Integer>>> parent =
        _ -> {
          List<JoinHandle<Integer>> children = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            children.add(Tasks.spawn(_ -> Poll.ready(begun.incrementAndGet())));
          }
          out.println("the parent has spawned 3 tasks; begun: " + begun);
          return Poll.ready(children);
        };
    try (AsyncRuntime runtime = stage.open()) {
      for (JoinHandle<Integer> child : runtime.blockOn(parent)) {
        runtime.blockOn(child);
      }
      out.println("the parent is done, all are awaited; begun: " + begun);
    }
  }

  /// ## Often believed: dropping the handle cancels the task
  ///
  /// The parent spawns a child, forgets the handle, and is done long before the child is. The child
  /// does not notice. A task whose handle nobody has is called *detached*. (Who looks for a way to
  /// wait for it without its handle: a `TaskTracker` counts what has not ended.)
  static void forgetTheHandle(PrintStream out, Stage stage) throws Exception {
    TaskTracker tracker = new TaskTracker();
    Future<Unit> parent =
        _ -> {
          Tasks.spawn("child", tracker.track(new Child(Duration.ofMillis(20), out)));
          tracker.close();
          return Poll.ready();
        };
    try (AsyncRuntime runtime = stage.open()) {
      runtime.blockOn(parent);
      out.println("the parent is done, the handle forgotten");
      runtime.blockOn(tracker.awaitEnd());
    }
  }

  /// ## What does cancel it
  ///
  /// Its handle's `abort`, or the end of the runtime. The task is not polled any more. Its future
  /// is told by `cancel`, so that it can let go of what it holds; whoever awaits it gets a
  /// [TaskCancelledException].
  static void abortIt(PrintStream out, Stage stage) throws Exception {
    try (AsyncRuntime runtime = stage.open()) {
      JoinHandle<Unit> handle = runtime.spawn("child", new Child(Duration.ofHours(1), out));
      handle.abort();
      runtime.blockOn(context -> awaitedAborted(handle, context, out));
    }
  }

  private static Poll<Unit> awaitedAborted(
      JoinHandle<Unit> handle, Context context, PrintStream out) throws Exception {
    try {
      return handle.poll(context);
    } catch (TaskCancelledException cancelled) {
      out.println(cancelled.getMessage());
      return Poll.ready();
    }
  }

  /// Sleeps, says so, and opens a latch.
  private static final class Child implements Future<Unit> {
    private final Future<Unit> sleep;
    private final PrintStream out;

    Child(Duration length, PrintStream out) {
      this.sleep = Tasks.sleep(length);
      this.out = out;
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      if (!sleep.poll(context).isReady()) {
        return Poll.pending();
      }
      out.println("the child is done all the same");
      return Poll.ready();
    }

    @Override
    public void cancel() {
      out.println("the child was told to let go");
      sleep.cancel();
    }
  }

  /// ## What went on
  ///
  /// `main` was polled twice: once to spawn and to find the handle pending, and once when the end
  /// of `work` had rung. `work` was polled once. That is the commonest figure in async programs:
  /// one waits, another one does, and the bell goes from the second to the first.
  ///
  /// (Have you seen `main` polled only once? Then another worker was so quick that the handle was
  /// ready at the first poll. It happens on `work-stealing`, and never on `basic`.)
  ///
  /// ## What is next
  ///
  /// A task may wait as long as it likes, and there may be very many of them: chapter 6. What a
  /// task must not do is in chapter 7.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A task called main spawns another one, called work, which prints a line and has a
        result. Then main waits for the result and prints it. Which of the two is polled
        more often?
        """);
    TraceRecorder recorder = new TraceRecorder();
    page.program(out -> hello(out, stage, recorder));
    page.say("This is what happened:");
    page.program(out -> Page.picture(out, recorder, "main", "work"));
    page.say(
        """
        A handle is a future. As long as work has not ended, it is pending and keeps the
        bell of main; the end of work rings it.
        """);
    page.say(
        "Often believed",
        """
        Spawn runs the task now. Let a parent spawn three in one poll, and see how many have begun:
        """);
    page.program(out -> spawnThree(out, stage));
    page.say(
        """
        Spawn hands over; it runs nothing. With one worker the answer is 0. With several, another
        worker may have begun some, beside the parent.
        """);
    page.say("Often believed", "Who drops the handle cancels the task.");
    page.program(out -> forgetTheHandle(out, stage));
    page.say("To cancel it, say so: abort.");
    page.program(out -> abortIt(out, stage));
    page.say(
        "What went on",
        """
        A task is a unit of its own. It runs whether or not anybody looks at its handle;
        the handle is for its value, and for ending it.
        """);
  }
}
