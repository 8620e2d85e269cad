package dev.wakerobin.sync;

import dev.wakerobin.Poll;
import dev.wakerobin.Unit;

/// A value on its way into a channel.
final class Send<T> extends Acquire<Unit> {
  private final Pipe<T> pipe;
  private final T value;

  Send(Pipe<T> pipe, T value) {
    super(pipe.slots());
    this.pipe = pipe;
    this.value = value;
  }

  @Override
  String purpose() {
    return "for room in";
  }

  @Override
  String state(Permits slots) {
    return "all of %d taken".formatted(slots.total());
  }

  @Override
  Poll<Unit> taken() {
    pipe.push(value);
    return Poll.ready();
  }

  @Override
  ClosedException closed() {
    return Pipe.closedByReceiver();
  }

  @Override
  public void cancel() {
    super.cancel();
    pipe.slotReturned();
  }
}
