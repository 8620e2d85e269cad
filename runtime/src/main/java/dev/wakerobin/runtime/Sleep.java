package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Timers.Setting;
import dev.wakerobin.runtime.Timers.Timer;
import dev.wakerobin.spi.Birth;
import dev.wakerobin.spi.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Ready once its time has come. The deadline is fixed, and the timer made, by the first poll.
final class Sleep implements Future<Unit> {
  private final ToLongFunction<RuntimeClock> deadline;

  private final Birth birth = Birth.of(this);

  private @Nullable Engine engine; // Set by the first poll, as is the timer.
  private @Nullable Timer timer;

  private Sleep(ToLongFunction<RuntimeClock> deadline) {
    this.deadline = deadline;
    Want.made(this);
  }

  static Sleep lasting(Duration duration) {
    long nanos = Nanos.of(duration);
    return new Sleep(clock -> Nanos.plus(clock.nanos(), nanos));
  }

  static Sleep until(Instant instant) {
    return new Sleep(clock -> clock.nanosAt(instant));
  }

  @Override
  public Poll<Unit> poll(Context context) {
    Engine host = engine;
    Timer mine = timer;
    boolean isFirst = host == null || mine == null;
    if (host == null || mine == null) {
      birth.polled();
      host = AsyncRuntime.current().engine();
      mine = host.timers().newTimer(deadline.applyAsLong(host.clock()));
      engine = host;
      timer = mine;
    }
    Setting setting = host.timers().set(mine, context.waker());
    if (setting == Setting.DUE) {
      return context.tryProceed() ? Poll.ready() : Poll.pending();
    }
    if (isFirst) {
      Want.note(this, Sleep::want);
    }
    if (setting == Setting.WAITS_FIRST) {
      host.watch().lookAgain();
    }
    return Poll.pending();
  }

  /// What it waits for, if it does; as another thread sees it.
  private Optional<Want> want() {
    Engine host = engine;
    Timer mine = timer;
    if (host == null || mine == null || !mine.isWaiting()) {
      return Optional.empty();
    }
    long left = Math.max(0, mine.deadline - host.clock().nanos());
    String due = mine.deadline == Timers.NEVER ? "it never comes" : "due in " + Spans.text(left);
    return Optional.of(new Want("for its time to come", this, "", due));
  }

  @Override
  public void cancel() {
    birth.polled();
    if (engine != null && timer != null) {
      engine.timers().cancel(timer);
    }
  }
}
