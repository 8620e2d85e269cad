package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Does something once a future has ended, also if it is cancelled; for tests.
record Finally<T>(Future<T> future, Runnable end) implements Future<T> {

  @Override
  public Poll<T> poll(Context context) throws Exception {
    Poll<T> answer = future.poll(context);
    if (answer.isReady()) {
      end.run();
    }
    return answer;
  }

  @Override
  public void cancel() {
    future.cancel();
    end.run();
  }
}
