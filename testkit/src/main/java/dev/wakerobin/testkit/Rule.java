package dev.wakerobin.testkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The rules of the contract between scheduler and runtime. The name of each test of
/// [SchedulerContract] begins with its rule, in lower case.
public enum Rule {
  /// Handing over.
  S1(
      "schedule puts away",
      "schedule may come from any thread; it does not block, does not run the task, does not"
          + " throw"),
  /// Exactly once.
  S2("exactly once", "each task handed over is run exactly once per hand-over"),
  /// Visibility.
  S3("visibility", "what happened before schedule is visible in run"),
  /// Fairness.
  S4(
      "bounded waiting",
      "between a task's wake and its poll begin no more polls of others than the traits declare"),
  /// Letting go.
  S5("runUntil ends", "runUntil ends soon after its latch opened, also under endless load"),
  /// Work conservation.
  S6(
      "nobody oversleeps",
      "whoever is about to park announces it first, then looks once more: no runnable task waits"
          + " while a thread of the scheduler sleeps"),
  /// The end.
  S7(
      "close",
      "close ends its threads and waits for them; closing again does nothing; afterwards schedule"
          + " does nothing"),
  /// Robustness.
  S8(
      "workers survive",
      "whatever comes out of run is reported and the thread lives on; an interrupt does not end it"
          + " either"),
  /// Service under load.
  S9(
      "events under load",
      "timers and wakes from foreign threads are served although nobody is ever idle"),
  /// Sleep.
  S10("idle costs no CPU", "while there is nothing to run the threads sleep"),
  /// Traits.
  S11("traits hold", "tasks run on the threads that the traits declare"),
  /// Determinism.
  S12("deterministic", "equal seed and equal program give equal traces, if the traits say so"),
  /// Hand-overs.
  R1("one hand-over", "a task that was handed over is not handed over again until it is run"),
  /// Containment.
  R2("run never throws", "whatever a task does, run returns normally"),
  /// Latches.
  R3("latches", "a latch opens during some run, or after close"),
  /// Timers.
  R4("timers without parkers", "if a scheduler takes no parker the runtime watches the timers"),
  /// Exclusion.
  R5(
      "one poll at a time",
      "there are never two polls of a task at once, and each sees what the last one wrote"),
  /// The end of polling.
  R6("no poll after the end", "after ready, a failure or a cancel there is no poll"),
  /// Wakes.
  R7(
      "every wake is followed by a poll",
      "unless the task has ended; the poll sees what was written before the wake, also if the wake"
          + " found the task woken already"),
  /// Cancelling.
  R8(
      "cancel",
      "a future is cancelled at most once, never beside or after a poll, and before its joiners"
          + " know"),
  /// Joining.
  R9("joins", "every joiner gets what the task came to, and sees what it wrote"),
  /// Closing.
  R10("closing", "after close no poll starts, and every task has ended"),
  /// Time.
  R11("timers", "timers are never early and fire in the order of their deadlines"),
  /// Budget.
  R12("budget", "a task that is always ready yields after a bounded number of operations"),
  /// Instruments.
  R13("instruments", "an instrument that throws is reported and removed, and the run goes on"),
  /// Memory.
  R14("memory", "nothing is kept for a finished task");

  private final String title;
  private final String sentence;

  Rule(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /// Two or three words.
  public String title() {
    return title;
  }

  /// The rule itself, without its number.
  public String sentence() {
    return sentence;
  }

  /// Who made that promise: the type whose documentation has the rule.
  public String promisedBy() {
    return name().startsWith("S")
        ? "dev.wakerobin.spi.Scheduler, rule " + this
        : "the runtime, rule " + this + " of the contract";
  }

  /// The rule that a method tests, if it is a test.
  public static Optional<Rule> testedBy(Method method) {
    boolean test =
        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class);
    return Arrays.stream(values())
        .filter(_ -> test)
        .filter(rule -> method.getName().startsWith(rule.name().toLowerCase(Locale.ROOT) + "_"))
        .findFirst();
  }
}
