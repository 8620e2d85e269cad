package dev.wakerobin.tutorial.chapter14;

import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Station;
import dev.wakerobin.tutorial.Timelines;
import dev.wakerobin.tutorial.chapter14.Trial.Paper;
import java.io.PrintStream;
import java.util.List;
import java.util.ServiceLoader;

/// # 14. Prove it: properties with jqwik
///
/// **Goal.** You have found a bug that a thousand runs did not show, and made it small enough to
/// see.
///
/// **Where we are.** Between the bell and the poll, as before. How long can that take?
///
/// ```
/// made ─▶ spawned ─▶ POLLED ─▶ ready
///                    ▲    │
///                    │    └─▶ pending ─▶ WOKEN ─┐
///                    └──────────────────────────┘
/// ```
///
/// **Why.** The scheduler of chapter 13 looked right in two examples, which we had made up
/// ourselves. An example shows that it works once. A *property* says what holds always: for every
/// program, no task waits for more polls than were declared. Nobody can try every program. But one
/// can try very many, drawn at random, and try hard to find one with which it does not hold.
///
/// In Java that is done with jqwik. This chapter has the same in small, [Search], so that you see
/// what it does; below is the property as jqwik has it. To see whether a property is worth
/// anything, one lets it loose on something broken: [NewRow].
///
/// **Predict.** The mutant's author has tested it: with two urgent tasks that go on, and three that
/// are ordinary. How many of a thousand runs pass?
public final class Chapter14 implements Chapter {
  private static final int TRIALS = 1_000;
  private static final long SEED = 14;

  private static final SchedulerProvider MUTANT = new PrioritySchedulerProvider(NewRow::new);

  @Override
  public Heading heading() {
    return new Heading(
        14,
        "Prove it: properties with jqwik",
        "You have found a bug that a thousand runs did not show, and made it small.",
        Station.POLLED,
        Station.WOKEN);
  }

  /// ## Often believed: it passed a thousand times
  ///
  /// All of them pass, and it is broken all the same. For it is one run, a thousand times. Whatever
  /// is special about the example, such as its *two* urgent tasks, is special in every run.
  static void example(PrintStream out) throws Exception {
    Paper urgent = new Paper(true, 20);
    Paper ordinary = new Paper(false, 5);
    Trial example = new Trial(List.of(urgent, urgent, ordinary, ordinary, ordinary));
    int passed = 0;
    for (int i = 0; i < TRIALS; i++) {
      passed += example.holds(MUTANT) ? 1 : 0;
    }
    out.println("the mutant, one example");
    out.println("  passed " + Figures.grouped(passed) + " times of " + Figures.grouped(TRIALS));
    out.println("  " + waits(example, MUTANT));
  }

  private static String waits(Trial trial, SchedulerProvider scheduler) throws Exception {
    return "a task waited for %d polls; declared: %d"
        .formatted(trial.waited(scheduler), trial.declared(scheduler));
  }

  /// ## A thousand programs
  ///
  /// Rather than one, a thousand times. First against *priority*, or whatever scheduler you ask
  /// for: each is held to what it has declared itself. Then the same ones against the mutant.
  static void search(PrintStream out, Stage stage) throws Exception {
    SchedulerProvider scheduler = find(stage.scheduler().orElse("priority"));
    out.println(scheduler.name() + ": " + outcome(scheduler));
    out.println("the mutant: " + outcome(MUTANT));
  }

  private static String outcome(SchedulerProvider scheduler) throws Exception {
    List<Trial> trials = new Search(scheduler).upToAFailure(TRIALS, SEED);
    boolean held = trials.getLast().holds(scheduler);
    return held
        ? Figures.grouped(trials.size()) + " random trials held"
        : "random trial " + trials.size() + " FAILED";
  }

  /// As the runtime does it.
  private static SchedulerProvider find(String name) {
    return ServiceLoader.load(SchedulerProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// ## What failed, and what is left of it
  ///
  /// The trial that was found has much in it that does not matter. Shrunk, it has nothing that does
  /// not: one poll less, and it holds.
  static void shrink(PrintStream out) throws Exception {
    List<Trial> steps = failure();
    print(out, "found", steps.getFirst());
    print(out, "shrunk in " + (steps.size() - 1) + " steps", steps.getLast());
  }

  private static List<Trial> failure() throws Exception {
    Search search = new Search(MUTANT);
    return search.shrunk(search.upToAFailure(TRIALS, SEED).getLast());
  }

  private static void print(PrintStream out, String words, Trial trial) throws Exception {
    out.println(words);
    trial.papers().forEach(paper -> out.println("    " + paper));
    out.println("  " + waits(trial, MUTANT));
  }

  /// ## Its timeline
  ///
  /// Task 2 is the ordinary one, task 3 the urgent one.
  static void timelines(PrintStream out) throws Exception {
    Trial smallest = failure().getLast();
    new Timelines(Axis.NANOS)
        .add("priority", smallest.run(new PrioritySchedulerProvider()))
        .add("the mutant", smallest.run(MUTANT))
        .draw(out);
  }

  /// ## What went on
  ///
  /// Look at the last two rows. On *priority*, task 2 has its poll after four of task 3. On the
  /// mutant it comes last, after all seventeen. One urgent task is enough, and there must be *only*
  /// one: while it is being polled its lane is empty, so the count begins anew each time. With two
  /// of them the lane never is. The author had two. Everybody tries two.
  ///
  /// Why seventeen? Three tasks, with the main one; five polls for each, and one more: sixteen are
  /// declared. Seventeen is the least that is too much. Numbers in a shrunk sample say something.
  ///
  /// ## With jqwik
  ///
  /// It is the same, but for who does the work. `FairnessProperties`, in the tests of this chapter:
  ///
  /// ```java
  /// @Property(tries = 300, seed = "14")
  /// void no_task_waits_for_more_polls_than_declared(@ForAll("trials") Trial trial)
  ///     throws Exception {
  ///   assertThat(trial.waited(scheduler)).isLessThanOrEqualTo(trial.declared(scheduler));
  /// }
  /// ```
  ///
  /// Let loose on the mutant, it ends with this. It began elsewhere, and yet it is the same trial:
  ///
  /// ```
  /// Shrunk Sample (7 steps)
  /// -----------------------
  ///   arg0: Trial[papers=[ordinary, 1 poll, urgent, 17 polls]]
  /// ```
  ///
  /// ## With the contract
  ///
  /// The contract of all schedulers, in `testkit`, has this property too: it is rule S4. Whoever
  /// writes a scheduler extends one class, and `./wakerobin tck --scheduler priority` prints a line
  /// for each rule:
  ///
  /// ```java
  /// class PrioritySchedulerContractTest extends SchedulerContract {
  ///   @Override
  ///   public SchedulerProvider provider() {
  ///     return new PrioritySchedulerProvider();
  ///   }
  /// }
  /// ```
  ///
  /// Would it have found the mutant? Not by itself: none of its tasks is called urgent, so all of
  /// them stand in one lane. It has to be told where the corners of *your* scheduler are, and so
  /// there is a second such class, `UrgentLoadContractTest`: in it those tasks are the urgent ones
  /// with which the contract tries to starve the others. Then, with a single one of them, S4 fails
  /// on the mutant: “waited in vain for a task to be polled that was woken from outside”.
  ///
  /// Is that a proof? No. Random trials show that there are bugs, never that there are none, as
  /// Dijkstra said of all testing in 1970. But they try what nobody thought of. The idea is that of
  /// QuickCheck, by Claessen and Hughes (2000). And who watches the property? A mutant does: if it
  /// survives, the property is too weak.
  ///
  /// ## Exercises
  ///
  /// `./wakerobin learn 14` has two of them: *Make* a property that tells a good line from four
  /// broken ones; and *Repair* a line, of which you have nothing but a shrunk sample. And by
  /// yourself:
  ///
  /// 1. *Investigate.* `./wakerobin run 14 --scheduler basic` holds the other schedulers to what
  ///    they declare.
  /// 2. *Predict.* Let [Search] draw seven papers at most, of ten polls each. Is the mutant still
  ///    found?
  ///
  /// ## What is next
  ///
  /// A scheduler that you trust, and all the parts of a runtime. What is left is to build something
  /// with them.
  @Override
  public void tell(Page page, Stage stage) throws Exception {
    page.say(
        "Predict",
        """
        A mutant of the scheduler of chapter 13, that is a copy with one mistake in it, was tested by
        its author: two urgent tasks that go on, three ordinary ones. A run passes if no task waits
        for more polls than the scheduler has declared. How many of a thousand runs pass?
        """);
    page.program(Chapter14::example);
    page.say(
        "Often believed",
        """
        It passed a thousand times. But that is one program, a thousand times. Here are a thousand
        programs:
        """);
    page.program(out -> search(out, stage));
    page.say("So it is broken. What has failed, and what is left when all is gone that can go?");
    page.program(Chapter14::shrink);
    page.say("Task 2 is the ordinary one, task 3 the urgent one:");
    page.program(Chapter14::timelines);
    page.say(
        "What went on",
        """
        While the only urgent task is polled its lane is empty, and the mutant counts anew. With two
        of them it never is. Examples are made by those who made the mistake; a property is tried
        with what nobody thought of.
        """);
    page.say(
        "Exercises",
        """
        Two are in ./wakerobin learn, two more in the text: the other schedulers, and a weaker
        search.
        """);
  }
}
