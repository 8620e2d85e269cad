package dev.wakerobin;

/// The context of a poll made by hand: no task, no budget.
record HandContext(Waker waker) implements Context {

  @Override
  public boolean tryProceed() {
    return true;
  }
}
