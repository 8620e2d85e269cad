package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;

/// Weakened: leaves no permit for somebody who is about to park.
final class UnparksOnlySleepers implements Parker {
  private boolean parked; // Guarded by this.

  @Override
  public synchronized void park() {
    parked = true;
    while (parked) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts here", e);
      }
    }
  }

  @Override
  public void parkNanos(long nanos) {
    park();
  }

  @Override
  public synchronized void unpark() {
    parked = false;
    notifyAll();
  }

  @Override
  public void serveEvents() {}
}
