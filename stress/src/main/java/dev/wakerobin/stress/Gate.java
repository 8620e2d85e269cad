package dev.wakerobin.stress;

/// Lets threads pass once it is open. Made of a monitor, which the model checker knows: who waits
/// at a gate that nobody opens is a deadlock that it finds.
public final class Gate {
  private boolean open; // Guarded by this.

  /// A gate that is shut.
  public Gate() {}

  /// Lets pass who waits, and who comes.
  public synchronized void open() {
    open = true;
    notifyAll();
  }

  /// Waits until it is open.
  public synchronized void pass() {
    while (!open) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts here", e);
      }
    }
  }
}
