package dev.wakerobin.testkit;

import dev.wakerobin.testkit.Program.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/// What a program comes to by plain evaluation: one step after the other, each child at once and to
/// its end.
///
/// @param value nothing if it fails
/// @param sent what it has sent to the task that spawned it
record Outcome(OptionalInt value, List<Integer> sent) {

  static Outcome of(Program program) {
    int sum = 0;
    List<Integer> sent = new ArrayList<>();
    Deque<Outcome> children = new ArrayDeque<>();
    for (Step step : program.steps()) {
      switch (step) {
        case Step.Add(int number) -> sum += number;
        case Step.Block(int number) -> sum += number;
        case Step.Spawn(Program child) -> children.addLast(of(child));
        case Step.Join() -> {
          Outcome child = children.pollFirst();
          sum += child == null ? 0 : child.value.orElse(Program.FAILED_CHILD);
        }
        case Step.Send(int number) -> sent.add(number);
        case Step.Receive() -> {
          Outcome child = children.peekFirst();
          sum += child == null || child.sent.isEmpty() ? 0 : child.sent.removeFirst();
        }
        case Step.AbortLast() -> children.pollLast();
        case Step.Complete() -> {
          return new Outcome(OptionalInt.of(sum), sent);
        }
        case Step.Fail() -> {
          return new Outcome(OptionalInt.empty(), sent);
        }
        case Step.Yield _, Step.WakeSelf _, Step.WakeFromOutside _ -> {}
        case Step.Sleep _, Step.WakeChild _ -> {}
      }
    }
    return new Outcome(OptionalInt.of(sum), sent);
  }
}
