package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a line: one who waits, and the waker to ring when the turn comes. A future that waits
/// extends this, so that waiting makes no second object.
///
/// ```
///            Waiters.add                Waiters.callFirst
///   OUTSIDE ─────────────▶ IN_LINE ─────────────────────────▶ CALLED
///      │  ▲                   │                                 │
///      │  └── remove, dismiss ┘                                 │
///      └──────────── pass: did not have to wait ───────────────▶┘
///
///   any ── end ──▶ ENDED    the future has answered, or was cancelled
/// ```
///
/// While it is in line, everything in here is guarded by the lock that guards the line. Outside of
/// it, it belongs to the thread that polls or cancels: nobody else knows it. That thread moves it
/// into the line and so it may ask [#isOutside()] without the lock.
abstract class Waiter {
  private enum Stage {
    OUTSIDE,
    IN_LINE,
    CALLED,
    ENDED
  }

  @Nullable Waiter ahead;
  @Nullable Waiter behind;
  private Stage stage = Stage.OUTSIDE;
  private Waker waker = Waker.noop();

  Waiter() {
    Want.made(this);
  }

  final void join(Waker bell) {
    stage = Stage.IN_LINE;
    waker = bell;
  }

  /// Out of line again; answers the bell to ring, if it is to be rung.
  final Waker leave(boolean called) {
    stage = called ? Stage.CALLED : Stage.OUTSIDE;
    Waker bell = waker;
    waker = Waker.noop(); // Keeps no task alive.
    return bell;
  }

  /// Gets what it came for without having waited.
  final void pass() {
    stage = Stage.CALLED;
  }

  /// The future has answered, or was cancelled. True if this is the first time.
  final boolean end() {
    boolean first = stage != Stage.ENDED;
    stage = Stage.ENDED;
    return first;
  }

  /// What it waits for, if it is in line. Asked by whoever wants to know, without the lock: the
  /// answer is of a moment ago.
  final Optional<Want> want() {
    return isInLine() ? Optional.of(wanted()) : Optional.empty();
  }

  /// What it waits for when it is in line.
  abstract Want wanted();

  final boolean isOutside() {
    return stage == Stage.OUTSIDE;
  }

  final boolean isInLine() {
    return stage == Stage.IN_LINE;
  }

  /// Whether its turn has come.
  final boolean isCalled() {
    return stage == Stage.CALLED;
  }

  /// To be asked at the start of each poll.
  ///
  /// @throws IllegalStateException if the future has ended
  final void refuseIfEnded() {
    if (stage == Stage.ENDED) {
      throw new IllegalStateException(
          "a future was polled after it was ready, had failed or was cancelled: make a new one for"
              + " each wait");
    }
  }
}
