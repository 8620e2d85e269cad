package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Want;

/// The future of some permits, which is also its own place in line.
///
/// @param <G> what its user gets to hold
abstract class Acquire<G> extends Waiter implements Future<G> {
  private final Permits permits;

  Acquire(Permits permits) {
    this.permits = permits;
  }

  /// How many it is, always the same number: most want one, and need no field for it.
  long need() {
    return 1;
  }

  @Override
  public final Poll<G> poll(Context context) {
    refuseIfEnded();
    // Asked before taking if nobody has to be waited for. Whoever took a lock and then had to yield
    // would keep all others waiting meanwhile, and they would stand in line ever after.
    boolean asked = isOutside() && permits.hasFree(need());
    if (asked && !context.tryProceed()) {
      return Poll.pending();
    }
    return switch (permits.take(this, context.waker())) {
      case WAIT -> Poll.pending();
      case CLOSED -> {
        end();
        throw closed();
      }
      case TAKEN -> {
        if (!asked && !context.tryProceed()) {
          yield Poll.pending(); // And holds what it was handed until the next poll.
        }
        end();
        yield taken();
      }
    };
  }

  @Override
  final Want wanted() {
    return permits.want(purpose(), state(permits));
  }

  /// The words between “it waits” and the name of whose permits they are.
  abstract String purpose();

  /// How it is with the permits, for those who wait.
  String state(Permits itsPermits) {
    return "";
  }

  /// What to answer now that the permits are ours.
  abstract Poll<G> taken();

  /// What to fail with if there will be no permits any more. To be said by those whose permits can
  /// be closed.
  ClosedException closed() {
    throw new AssertionError("permits were closed that never are");
  }

  @Override
  public void cancel() {
    permits.withdraw(this);
  }
}
