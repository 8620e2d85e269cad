package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Never ready; runs something when it is cancelled.
record CancelRuns(Runnable onCancel) implements Future<String> {

  @Override
  public Poll<String> poll(Context context) {
    return Poll.pending();
  }

  @Override
  public void cancel() {
    onCancel.run();
  }
}
