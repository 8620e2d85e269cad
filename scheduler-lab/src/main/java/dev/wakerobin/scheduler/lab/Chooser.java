package dev.wakerobin.scheduler.lab;

import java.util.List;
import java.util.random.RandomGenerator;

/// Chooses who is next.
interface Chooser {

  /// An index into the candidates, of whom there are at least two, in the order in which they were
  /// handed over.
  ///
  /// @param step how many tasks have been run
  int choose(List<Candidate> candidates, long step);

  static Chooser of(Order order, RandomGenerator random) {
    return switch (order) {
      case Order.Fifo() -> (_, _) -> 0;
      case Order.AtRandom() ->
          patient(Lab.RANDOM_PATIENCE, (candidates, _) -> random.nextInt(candidates.size()));
      case Order.ByPriority(int depth, int steps) ->
          patient(Lab.PRIORITY_PATIENCE, new ByPriority(depth, steps, random));
      case Order.Listed(List<Integer> choices) -> new Listed(choices);
    };
  }

  /// Takes the oldest one if it was passed over too often. So nobody waits for ever: whoever waits
  /// has at most all others before him, once he is that old.
  private static Chooser patient(int factor, Chooser chooser) {
    return (candidates, step) ->
        step - candidates.getFirst().step() >= Lab.patience(factor, candidates.size())
            ? 0
            : chooser.choose(candidates, step);
  }
}
