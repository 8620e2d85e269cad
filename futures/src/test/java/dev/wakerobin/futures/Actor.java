package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;

/// A future that plays a [Part] and notes what is done to it, and whether that was against the
/// rules.
final class Actor implements Future<Integer> {
  final int name;
  private final Part part;

  private Waker waker = Waker.noop();
  private int waits; // How often it has still to be rung for.
  private boolean rung;

  int polls;
  int rings;
  int cancels;
  boolean ended; // Ready, or has thrown.
  String broken = "";

  Actor(int name, Part part) {
    this.name = name;
    this.part = part;
    this.waits = part.waits();
    this.rung = true;
  }

  @Override
  public Poll<Integer> poll(Context context) throws Exception {
    noteIf(ended, "polled after its end");
    noteIf(cancels > 0, "polled after it was cancelled");
    polls++;
    waker = context.waker();
    if (rung && waits > 0) {
      waits--;
      rung = false;
      ring(part.rings());
      return Poll.pending();
    }
    if (!rung) {
      return Poll.pending(); // A spurious poll.
    }
    return switch (part.end()) {
      case NEVER -> Poll.pending();
      case READY -> {
        ended = true;
        yield Poll.ready(name);
      }
      case THROWS -> {
        ended = true;
        throw new Broken(name);
      }
    };
  }

  /// What was announced happens: the waker of the last poll is rung.
  void ring(Part.Rings when) {
    if (when == Part.Rings.LATER || ended || rung) {
      return;
    }
    rung = true;
    rings++;
    switch (when) {
      case WHILE_POLLED -> waker.wake();
      case FROM_ANOTHER_THREAD, LATER -> onAnotherThread(waker::wake);
    }
  }

  /// Rings too much, which must not do any harm.
  void ringForNothing() {
    rings++;
    waker.wake();
  }

  boolean waitsForRing() {
    return !ended && !rung;
  }

  @Override
  public void cancel() {
    noteIf(ended, "cancelled after its end");
    noteIf(cancels > 0, "cancelled twice");
    cancels++;
    if (part.throwsFromCancel()) {
      throw new IllegalArgumentException("the cancel of " + name);
    }
  }

  private void noteIf(boolean wrong, String what) {
    if (wrong) {
      broken += "actor " + name + " was " + what + "; ";
    }
  }

  static void onAnotherThread(Runnable action) {
    Thread thread = Thread.ofPlatform().daemon().start(action);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// How an actor fails.
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    final int name;

    Broken(int name) {
      super("actor " + name);
      this.name = name;
    }
  }
}
