package dev.wakerobin.tutorial.chapter00;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import java.io.PrintStream;

/// # 0. How this book works
///
/// **Goal.** You know how to read this book, and you have seen one task from its first moment to
/// its last.
///
/// **How to read it.** Each chapter is a package, and each begins with its `ChapterNN`, like this
/// one. Read it from the top. The comments are the text of the book, and the code between them is
/// the program that the text talks about: there is no other copy of it anywhere. Run it with
/// `./wakerobin run 0`. To run the same program on another scheduler, add `--scheduler basic`. Then
/// change it, and run it again.
///
/// **Where we are.** The book is about the life of a future. Each chapter shows the map of it, and
/// puts in capitals what the chapter is about. In this one it is the whole way:
///
/// ```
/// made ─▶ spawned ─▶ polled ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ woken ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Predict.** Before each program the book asks you something. Answer it before you look; a wrong
/// guess is worth more than no guess. Here: [Hello] says hello, sleeps for 20 ms and says good-bye.
/// How often is its `poll` called? And which thread waits for those 20 ms?
public final class Chapter00 implements Chapter {

  @Override
  public Heading heading() {
    return new Heading(
        0, "How this book works", "You have seen one task, from its first moment to its last.");
  }

  /// ## The program
  ///
  /// A *runtime* is what polls futures. A future that was given to a runtime is a *task*: `spawn`
  /// does that, and answers a handle. `blockOn` makes an ordinary thread wait, here for the end of
  /// that task.
  ///
  /// The [TraceRecorder] is told whatever happens in the runtime. From that the picture is drawn.
  static void greet(PrintStream out, Stage stage, TraceRecorder recorder) throws Exception {
    try (AsyncRuntime runtime = stage.open(recorder)) {
      JoinHandle<Unit> hello = runtime.spawn("hello", new Hello(out));
      runtime.blockOn(hello);
    }
  }

  /// ## What went on
  ///
  /// Two polls, and between them nothing at all. That nothing is what this book is about. The task
  /// was *pending*: not a thread that sleeps, but an object that lies in memory, and that a timer
  /// has the bell of. No thread belonged to it in those 20 ms. Had there been another task, the
  /// worker would have polled that one.
  ///
  /// So a task costs some memory and its polls. A thread can serve a hundred thousand of them, as
  /// long as each poll is short. What happens to the others if one is not is chapter 7.
  ///
  /// ## What is next
  ///
  /// Chapter 1 takes the runtime away, and polls a future by hand.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "How to read",
        """
        What the book says is indented, like this. What a program prints stands at the left.
        """);
    page.say(
        "The words",
        """
        A future is a value that may not be there yet. To poll it is to ask: are you done? It
        answers that it is ready, and here is the value; or that it is pending. Then it keeps a
        bell, the waker, and has it rung when asking again is worth while. A future that was given
        to a runtime is a task: it was spawned. The threads that poll tasks are the workers.
        """);
    page.say(
        "Predict",
        """
        The task below says hello, sleeps for 20 ms and says good-bye. How often will it be polled?
        And which thread waits for those 20 ms?
        """);
    TraceRecorder recorder = new TraceRecorder();
    page.program(out -> greet(out, stage, recorder));
    page.say("This is what happened just now. Time goes down:");
    page.program(out -> Page.picture(out, recorder, "hello"));
    page.say(
        "What went on",
        """
        Twice, and none. The first poll said hello and answered pending: not done, the bell is kept. Then
        for 20 ms no thread had anything to do with the task. A timer rang the bell, and the second
        poll said good-bye. (If the first poll took long: that was Java, loading classes.)
        """);
  }
}
