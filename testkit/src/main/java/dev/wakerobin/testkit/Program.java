package dev.wakerobin.testkit;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Tuple;

/// A task as a value: what it does, step by step. Generated at random, run on a real scheduler, and
/// compared with what plain evaluation says must come out.
///
/// @param steps in the order in which they are taken
public record Program(List<Step> steps) {
  private static final int DEPTH = 3;
  private static final int MOST_STEPS = 6;

  /// What a task may do.
  public sealed interface Step {
    /// Lets the others go first, that many times.
    record Yield(int times) implements Step {}

    /// Rings its own bell that many times, and answers pending.
    record WakeSelf(int times) implements Step {}

    /// Answers pending, and is rung by a thread that knows nothing of the runtime.
    record WakeFromOutside() implements Step {}

    /// Waits for a call on another thread, which gives a number.
    record Block(int number) implements Step {}

    /// Spawns a task.
    record Spawn(Program child) implements Step {}

    /// Waits for the child spawned first and not joined yet, and adds its value; a failed one
    /// counts [#FAILED_CHILD]. Does nothing if there is no child left.
    record Join() implements Step {}

    /// Aborts the child spawned last and not joined yet, and forgets it.
    record AbortLast() implements Step {}

    /// Lets that many milliseconds of the runtime's clock pass.
    record Sleep(int millis) implements Step {}

    /// Sends a number to the task that spawned it, and does not wait.
    record Send(int number) implements Step {}

    /// Waits for the next number that the child spawned first and not joined yet has sent, and adds
    /// it; 0 if that child has ended without sending more, or if there is none.
    record Receive() implements Step {}

    /// Rings the bell of the child spawned first and not joined yet, that many times, for nothing.
    record WakeChild(int times) implements Step {}

    /// Ends, although there are more steps.
    record Complete() implements Step {}

    /// Adds a number.
    record Add(int number) implements Step {}

    /// Fails.
    record Fail() implements Step {}
  }

  /// What a failed child counts for its parent.
  public static final int FAILED_CHILD = -1000;

  /// Reads what [#toString()] writes.
  ///
  /// @throws IllegalArgumentException if a line is no step, with its number
  public static Program parse(String text) {
    return ProgramText.parse(text);
  }

  /// A step a line; what a spawned task does stands below its `spawn`, indented by two blanks.
  @Override
  public String toString() {
    return ProgramText.of(this);
  }

  /// What the task must come to: its value, or nothing if it fails.
  public OptionalInt evaluate() {
    return Outcome.of(this).value();
  }

  /// Random programs in which no foreign thread takes part.
  public static final class Secluded implements ArbitrarySupplier<Program> {
    /// For jqwik.
    public Secluded() {}

    @Override
    public Arbitrary<Program> get() {
      return Any.programs(DEPTH).map(Program::secluded);
    }
  }

  /// The same without the steps in which foreign threads take part.
  private Program secluded() {
    return new Program(
        steps.stream()
            .filter(step -> !(step instanceof Step.WakeFromOutside || step instanceof Step.Block))
            .map(
                step ->
                    step instanceof Step.Spawn(Program child)
                        ? new Step.Spawn(child.secluded())
                        : step)
            .toList());
  }

  /// Random programs, which shrink to a few steps.
  public static final class Any implements ArbitrarySupplier<Program> {
    /// For jqwik.
    public Any() {}

    @Override
    public Arbitrary<Program> get() {
      return programs(DEPTH);
    }

    static Arbitrary<Program> programs(int depth) {
      return steps(depth).list().ofMaxSize(MOST_STEPS).map(Program::new);
    }

    private static Arbitrary<Step> steps(int depth) {
      Arbitrary<Step> simple =
          Arbitraries.frequencyOf(
              Tuple.of(4, Arbitraries.integers().between(1, 9).map(Step.Add::new)),
              Tuple.of(4, Arbitraries.integers().between(1, 5).map(Step.Yield::new)),
              Tuple.of(3, Arbitraries.integers().between(1, 4).map(Step.WakeSelf::new)),
              Tuple.of(3, Arbitraries.create(Step.WakeFromOutside::new)),
              Tuple.of(1, Arbitraries.integers().between(1, 9).map(Step.Block::new)),
              Tuple.of(2, Arbitraries.integers().between(0, 3).map(Step.Sleep::new)),
              Tuple.of(3, Arbitraries.integers().between(1, 9).map(Step.Send::new)),
              Tuple.of(3, Arbitraries.create(Step.Receive::new)),
              Tuple.of(2, Arbitraries.integers().between(1, 3).map(Step.WakeChild::new)),
              Tuple.of(1, Arbitraries.create(Step.Complete::new)),
              Tuple.of(5, Arbitraries.create(Step.Join::new)),
              Tuple.of(2, Arbitraries.create(Step.AbortLast::new)),
              Tuple.of(1, Arbitraries.create(Step.Fail::new)));
      if (depth == 0) {
        return simple;
      }
      Arbitrary<Step> spawn = Arbitraries.lazy(() -> programs(depth - 1)).map(Step.Spawn::new);
      return Arbitraries.frequencyOf(Tuple.of(3, simple), Tuple.of(2, spawn));
    }
  }
}
