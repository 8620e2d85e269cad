package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Want;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One who waits for a [Watch] to be as wanted.
final class WatchWait<T> extends Waiter implements Future<Optional<T>> {
  private final Watch<T> watch;
  private final Watch.Receiver<T> receiver;
  private final Predicate<Watch.Version<T>> wanted;
  private Watch.@Nullable Version<T> refused; // The last one that was not as wanted.

  WatchWait(Watch<T> watch, Watch.Receiver<T> receiver, Predicate<Watch.Version<T>> wanted) {
    this.watch = watch;
    this.receiver = receiver;
    this.wanted = wanted;
  }

  @Override
  public Poll<Optional<T>> poll(Context context) {
    refuseIfEnded();
    while (true) {
      Watch.Version<T> version = watch.current();
      if (isWanted(version)) {
        return answer(context, version, Optional.of(version.value()));
      }
      if (version.last()) {
        return answer(context, version, Optional.empty());
      }
      if (watch.awaitNext(version, this, context.waker())) {
        return Poll.pending();
      }
    }
  }

  @Override
  Want wanted() {
    return new Want("for a change of", watch, "Watch", "");
  }

  /// Not called under a lock, for it asks the user.
  private boolean isWanted(Watch.Version<T> version) {
    if (version == refused) {
      return false;
    }
    boolean answer;
    try {
      answer = wanted.test(version);
    } catch (Throwable thrown) {
      cancel();
      throw thrown;
    }
    refused = answer ? null : version;
    return answer;
  }

  private Poll<Optional<T>> answer(Context context, Watch.Version<T> version, Optional<T> value) {
    if (!context.tryProceed()) {
      return Poll.pending();
    }
    receiver.saw(version);
    end();
    return Poll.ready(value);
  }

  @Override
  public void cancel() {
    watch.forget(this);
  }
}
