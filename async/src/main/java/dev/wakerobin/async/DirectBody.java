package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;

/// The future of a body without any await: there is nothing to suspend, so it is called.
final class DirectBody implements Future<Object> {
  private Object body;

  DirectBody(Object body) {
    this.body = body;
  }

  @Override
  public Poll<Object> poll(Context context) throws Exception {
    Object now = body;
    body = Ended.BODY;
    if (now instanceof AsyncBody<?> valued) {
      return Poll.ready(valued.run());
    }
    ((AsyncAction) now).run();
    return Poll.ready(Unit.UNIT);
  }

  @Override
  public void cancel() {
    body = Ended.BODY;
  }

  @Override
  public String toString() {
    return body == Ended.BODY ? "async body, ended" : "async body, not started";
  }

  /// Stands where the body was.
  private enum Ended implements AsyncAction {
    BODY;

    @Override
    public void run() {
      throw Restriction.POLLED_AFTER_END.with("an async body");
    }
  }
}
