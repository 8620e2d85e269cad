package dev.wakerobin.runtime;

/// The verbs of a task's state, so that the same checks go over the real one and over weakened
/// ones.
interface Verbs {
  TaskState.Woken ring();

  boolean startPolling();

  boolean pause();

  void finish();

  boolean claim();

  /// The real one, in the state that a task is born in.
  static Verbs ofTaskState() {
    return new OfTaskState();
  }

  /// Hands each verb on, for the verbs of the real one are final and for its package alone.
  final class OfTaskState implements Verbs {
    private static final class Task extends TaskState {}

    private final TaskState state = new Task();

    @Override
    public TaskState.Woken ring() {
      return state.ring();
    }

    @Override
    public boolean startPolling() {
      return state.startPolling();
    }

    @Override
    public boolean pause() {
      return state.pause(false);
    }

    @Override
    public void finish() {
      state.finish();
    }

    @Override
    public boolean claim() {
      return state.claim();
    }
  }
}
