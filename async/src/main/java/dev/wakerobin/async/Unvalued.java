package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.spi.Suspended;
import java.util.List;

/// A body that gives a value to whoever wants none: an [AsyncAction] that is a reference to a
/// method which returns something.
record Unvalued(Future<?> body) implements Future<Unit>, Suspended {

  @Override
  public Poll<Unit> poll(Context context) throws Exception {
    return body.poll(context).isReady() ? Poll.ready() : Poll.pending();
  }

  @Override
  public void cancel() {
    body.cancel();
  }

  @Override
  public List<StackTraceElement> trace() {
    return body instanceof Suspended suspended ? suspended.trace() : List.of();
  }

  @Override
  public List<Stop> stops() {
    return body instanceof Suspended suspended ? suspended.stops() : List.of();
  }

  @Override
  public String toString() {
    return body.toString();
  }
}
