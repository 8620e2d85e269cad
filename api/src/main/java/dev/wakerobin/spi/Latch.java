package dev.wakerobin.spi;

/// Opens once, when the task that somebody waits for has ended, and stays open.
///
/// It opens during some [ReadyTask#run()], or after [Scheduler#close()]; or while all threads of
/// the scheduler are parked, if the runtime finds that nothing can run any more: then it unparks
/// them. When it opens, the thread that [Scheduler#runUntil] was called on gets an unpark of
/// [java.util.concurrent.locks.LockSupport], so a scheduler that lets that thread wait for
/// something else besides parks it there.
public interface Latch {

  /// Whether it is open. Cheap enough to ask after every task.
  boolean isOpen();

  /// Waits until it is open; to be called by the thread that `runUntil` was called on.
  ///
  /// @throws InterruptedException if that thread is interrupted; the interrupt is consumed
  void await() throws InterruptedException;
}
