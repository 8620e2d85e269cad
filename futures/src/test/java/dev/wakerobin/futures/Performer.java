package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Waker;

/// A future or a stream that plays a part, and notes what is done to it and whether that was
/// against the rules. Between two rings it does not go on, however often it is polled.
abstract class Performer {
  final int name;
  private final Part part;

  private Waker waker = Waker.noop(); // Of the last poll.
  private volatile boolean rung = true;

  int polls;
  int rings;
  int cancels;
  boolean ended; // Ready, at its end, or has thrown.
  String broken = "";

  Performer(int name, Part part) {
    this.name = name;
    this.part = part;
  }

  /// Notes a poll. True if it may go on.
  final boolean startPoll(Context context) {
    noteIf(ended, "polled after its end");
    noteIf(cancels > 0, "polled after it was cancelled");
    polls++;
    waker = context.waker();
    return rung;
  }

  /// It will not go on before it is rung, which may happen at once.
  final void waitForRing() {
    rung = false;
    if (part.rings() != Part.Rings.LATER) {
      ring(part.rings());
    }
  }

  final void ring(Part.Rings how) {
    if (!waitsForRing()) {
      return;
    }
    rung = true;
    rings++;
    if (how == Part.Rings.FROM_ANOTHER_THREAD) {
      onAnotherThread(waker::wake);
    } else {
      waker.wake();
    }
  }

  /// Rings too much, which must not do any harm.
  final void ringForNothing() {
    rings++;
    waker.wake();
  }

  final boolean waitsForRing() {
    return !ended && !rung;
  }

  final void noteCancel() {
    noteIf(ended, "cancelled after its end");
    noteIf(cancels > 0, "cancelled twice");
    cancels++;
    if (part.throwsFromCancel()) {
      throw new IllegalArgumentException("the cancel of " + name);
    }
  }

  private void noteIf(boolean wrong, String what) {
    if (wrong) {
      broken += "performer " + name + " was " + what + "; ";
    }
  }

  static void onAnotherThread(Runnable action) {
    try {
      Thread.ofPlatform().daemon().start(action).join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  /// How a performer fails.
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    final int name;

    Broken(int name) {
      super("performer " + name);
      this.name = name;
    }
  }
}
