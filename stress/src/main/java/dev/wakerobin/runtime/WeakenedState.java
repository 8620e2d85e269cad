package dev.wakerobin.runtime;

import dev.wakerobin.runtime.TaskState.Woken;
import java.util.concurrent.atomic.AtomicReference;

/// The task state once more, with the steps taken apart for the weakened variants to replace one.
/// As it stands here it is correct.
class WeakenedState implements Verbs {
  /// The states of `TaskState`, without `CLAIMED`: claiming is the end at once.
  enum S {
    QUEUED,
    POLLING,
    POLLING_WOKEN,
    IDLE,
    DONE
  }

  final AtomicReference<S> state = new AtomicReference<>(S.QUEUED);

  @Override
  public Woken ring() {
    while (true) {
      S seen = state.get();
      S next =
          switch (seen) {
            case IDLE -> S.QUEUED;
            case POLLING -> S.POLLING_WOKEN;
            case QUEUED, POLLING_WOKEN, DONE -> seen;
          };
      if (move(seen, next)) {
        return answer(seen);
      }
    }
  }

  static Woken answer(S seen) {
    return switch (seen) {
      case IDLE -> Woken.HAND_OVER;
      case POLLING -> Woken.NOTED;
      case QUEUED, POLLING_WOKEN, DONE -> Woken.NOTHING;
    };
  }

  boolean move(S from, S to) {
    return state.compareAndSet(from, to);
  }

  @Override
  public boolean startPolling() {
    return move(S.QUEUED, S.POLLING);
  }

  @Override
  public boolean pause() {
    if (move(S.POLLING, S.IDLE)) {
      return false;
    }
    state.set(S.QUEUED);
    return true;
  }

  @Override
  public void finish() {
    state.getAndSet(S.DONE);
  }

  @Override
  public boolean claim() {
    return move(S.IDLE, S.DONE) || move(S.QUEUED, S.DONE);
  }

  /// A wake that finds the task woken already returns after a plain look: the look may come before
  /// what was written for the poll to see.
  static final class RingsWithoutReadModifyWrite extends WeakenedState {
    @Override
    public Woken ring() {
      S seen = state.get();
      return answer(seen) == Woken.NOTHING ? Woken.NOTHING : super.ring();
    }
  }

  /// Looks, and then writes, as if nobody could come between.
  static final class LooksThenWrites extends WeakenedState {
    @Override
    boolean move(S from, S to) {
      if (state.get() != from) {
        return false;
      }
      state.set(to);
      return true;
    }
  }

  /// The flag that says “woken” is cleared after the poll instead of before it: a wake during the
  /// poll is forgotten.
  static final class ClearsFlagAfterPoll extends WeakenedState {
    @Override
    public boolean pause() {
      state.set(S.IDLE);
      return false;
    }
  }

  /// A wake during the poll hands the task over at once, as if it were idle: two poll it.
  static final class HandsOverWhilePolled extends WeakenedState {
    @Override
    public Woken ring() {
      return move(S.POLLING, S.QUEUED) ? Woken.HAND_OVER : super.ring();
    }
  }

  /// A wake that finds the task queued hands it over a second time.
  static final class HandsOverTwice extends WeakenedState {
    @Override
    public Woken ring() {
      Woken woken = super.ring();
      return woken == Woken.NOTHING && state.get() == S.QUEUED ? Woken.HAND_OVER : woken;
    }
  }
}
