package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What futures are polled with on the stage: it notes rings and reports, and gives a small budget
/// for each poll.
final class StageContext implements Context, Waker {
  private static final int BUDGET = 3;

  volatile boolean rung = true;
  final List<Throwable> reports = new ArrayList<>();
  int polls;
  private int budget;
  private final SplittableRandom random = new SplittableRandom(1);

  /// Begins another poll.
  StageContext next() {
    rung = false;
    budget = BUDGET;
    polls++;
    return this;
  }

  @Override
  public void wake() {
    rung = true;
  }

  @Override
  public Waker waker() {
    return this;
  }

  @Override
  public boolean tryProceed() {
    if (budget > 0) {
      budget--;
      return true;
    }
    wake();
    return false;
  }

  @Override
  public int random(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public void report(Throwable problem) {
    reports.add(problem);
  }
}
