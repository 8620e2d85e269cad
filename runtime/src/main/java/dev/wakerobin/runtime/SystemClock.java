package dev.wakerobin.runtime;

/// The time that passes by itself.
enum SystemClock implements Clock {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long realNanos(long nanos) {
    return nanos;
  }

  @Override
  public void onMove(Runnable listener) {}

  @Override
  public void forget(Runnable listener) {}
}
