package dev.wakerobin.scheduler.lab;

import java.util.List;

/// Takes one choice after the other from a list, and the first candidate after its end.
final class Listed implements Chooser {
  private final List<Integer> choices;
  private int next;

  Listed(List<Integer> choices) {
    this.choices = choices;
  }

  @Override
  public int choose(List<Candidate> candidates, long step) {
    return next == choices.size() ? 0 : choices.get(next++) % candidates.size();
  }
}
