package dev.wakerobin;

/// The bell that nobody hears.
enum NoopWaker implements Waker {
  INSTANCE;

  @Override
  public void wake() {}

  @Override
  public String toString() {
    return "Waker.noop()";
  }
}
