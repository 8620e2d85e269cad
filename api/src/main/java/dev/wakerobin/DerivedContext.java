package dev.wakerobin;

/// A context with a waker of its own, drawing on the budget of the one it came from.
record DerivedContext(Context origin, Waker waker) implements Context {

  @Override
  public boolean tryProceed() {
    if (origin.tryProceed()) {
      return true;
    }
    waker.wake(); // The origin rang its own bell; whoever polls by ours has to hear it too.
    return false;
  }

  @Override
  public int random(int bound) {
    return origin.random(bound);
  }

  @Override
  public StandIn standIn() {
    return origin.standIn();
  }

  @Override
  public void report(Throwable problem) {
    origin.report(problem);
  }
}
