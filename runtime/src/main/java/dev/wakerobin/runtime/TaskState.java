package dev.wakerobin.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What a task is doing, and what has to be done about it next. Each verb answers what its caller
/// must do.
///
/// ```
///   born ──▶ QUEUED ──startPolling──▶ POLLING ─────────finish──────────▶ DONE
///             ▲  ▲                    │    │ ring                         ▲
///        ring │  │ pause              │    ▼                              │
///             │  └────────────────────┼── POLLING_WOKEN ──finish──────────┤
///             │                       │                                   │
///            IDLE ◀──────pause────────┘                                   │
///             └──claim (also from QUEUED)──▶ CLAIMED ─────finish──────────┘
/// ```
///
/// Invariants, each with a property in `TaskStateProperties`:
///
/// - Between two hand-overs lies exactly one `startPolling`: a task is in a queue at most once.
/// - Only one thread at a time is between `startPolling` and `pause` or `finish`.
/// - A wake is followed by a `startPolling`, unless the task is done.
/// - What a thread wrote before `wake` is seen after the next `startPolling`, even if the wake
///   found the task woken already. So that wake, too, is an atomic read-modify-write; a plain look
///   at the state loses such writes on x86, about once in 6,000 coalesced wakes.
@SuppressWarnings("EnumOrdinal") // The numbers are of this class alone: see the field.
abstract class TaskState {
  private enum State {
    QUEUED,
    POLLING,
    POLLING_WOKEN,
    IDLE,
    CLAIMED,
    DONE
  }

  private static final State[] STATES = State.values();
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(TaskState.class, "ordinal", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// The number of a [State]; a task is born as the first one. It is no reference, for most
  /// collectors note each write of a reference in a table, and workers that write to tasks which
  /// lie near one another fight over a line of it: a spawn and a yield took a sixth longer.
  private volatile int ordinal;

  /// What a wake has changed.
  enum Woken {
    /// The caller has to hand the task over to the scheduler.
    HAND_OVER,
    /// The task is being polled, and will be handed over by whoever polls it.
    NOTED,
    /// Nothing: it was woken already, or it is done.
    NOTHING
  }

  /// Somebody rang.
  final Woken ring() {
    while (true) {
      State seen = seen();
      if (seen == State.DONE) {
        return Woken.NOTHING;
      }
      if (move(seen, afterRing(seen))) {
        return switch (seen) {
          case IDLE -> Woken.HAND_OVER;
          case POLLING -> Woken.NOTED;
          case QUEUED, POLLING_WOKEN, CLAIMED, DONE -> Woken.NOTHING;
        };
      }
    }
  }

  private static State afterRing(State seen) {
    return switch (seen) {
      case IDLE -> State.QUEUED;
      case POLLING -> State.POLLING_WOKEN;
      case QUEUED, POLLING_WOKEN, CLAIMED, DONE -> seen;
    };
  }

  /// A thread is about to poll. False if it must not: the task was not handed over, or another
  /// thread has it.
  final boolean startPolling() {
    return move(State.QUEUED, State.POLLING);
  }

  /// The poll answered pending. True if it wants another one, or if the task was woken meanwhile:
  /// hand it over again.
  final boolean pause(boolean again) {
    if (!again && seen() == State.POLLING && move(State.POLLING, State.IDLE)) {
      return false;
    }
    // From POLLING_WOKEN, unless it wants another one: we poll, others only ring.
    exchange(State.QUEUED); // Sees what those wrote who rang.
    return true;
  }

  /// The task has ended.
  final void finish() {
    exchange(State.DONE); // Pairs with TaskCell.poll, which adds a joiner, then looks.
  }

  /// Takes a task that nobody polls, to end it without a scheduler. False if somebody does poll it,
  /// if somebody else has claimed it, or if it is done.
  final boolean claim() {
    return move(State.IDLE, State.CLAIMED) || move(State.QUEUED, State.CLAIMED);
  }

  final boolean isDone() {
    return seen() == State.DONE;
  }

  /// Whether some thread polls it just now.
  final boolean isPolling() {
    State seen = seen();
    return seen == State.POLLING || seen == State.POLLING_WOKEN;
  }

  /// As messages show it.
  final String describeState() {
    return switch (seen()) {
      case QUEUED -> "queued";
      case POLLING, POLLING_WOKEN -> "being polled";
      case IDLE -> "waiting to be woken";
      case CLAIMED -> "being cancelled";
      case DONE -> "done";
    };
  }

  /// As a dump shows it.
  final TaskDump.State state() {
    return switch (seen()) {
      case QUEUED -> TaskDump.State.QUEUED;
      case POLLING, POLLING_WOKEN -> TaskDump.State.POLLED;
      case IDLE -> TaskDump.State.WAITING;
      case CLAIMED -> TaskDump.State.CLAIMED;
      case DONE -> TaskDump.State.DONE;
    };
  }

  private State seen() {
    return STATES[ordinal];
  }

  private boolean move(State from, State to) {
    return STATE.compareAndSet(this, from.ordinal(), to.ordinal());
  }

  private void exchange(State to) {
    STATE.getAndSet(this, to.ordinal());
  }
}
