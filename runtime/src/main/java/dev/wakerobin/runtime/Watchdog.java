package dev.wakerobin.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Looks, from outside and every so often, at which task each thread polls; and says so if that is
/// still the same poll after too long a time, or the same task after very many polls.
///
/// ```
///   a worker   ├─poll 7─┤├───────────────── poll 8 ─────────────────┤├poll 9┤
///   looks           ▲         ▲          ▲          ▲          ▲          ▲
///                             poll 8     │          too long   twice      it is over
///                             is new     not yet    LongPoll   LongPoll   LongPollOver
/// ```
///
/// The polling thread tells nobody when a poll begins, for a look at the clock costs more than many
/// a poll. It only writes down, in its [Seat], which task it is and which poll. Only of a poll that
/// is too long is the stack looked at.
final class Watchdog {
  /// So much later than the threshold a report may come, as a part of it.
  static final int LOOKS_PER_THRESHOLD = 4;

  private final Engine engine;
  private final long thresholdNanos;
  private final @Nullable LostWakers lost;
  private final Allowance allowance = new Allowance();
  private final Map<Seat, PollWatch> watches = new ConcurrentHashMap<>();

  /// @param lost those who know which wakers were lost, if that is tracked
  Watchdog(Engine engine, Duration threshold, @Nullable LostWakers lost) {
    this.engine = engine;
    this.lost = lost;
    this.thresholdNanos = Nanos.of(threshold);
  }

  /// Refuses a threshold that is none.
  static Duration checked(Duration threshold) {
    Objects.requireNonNull(threshold, "threshold");
    if (threshold.isNegative() || threshold.isZero()) {
      throw new IllegalArgumentException(
          "the watchdog's threshold must be above zero, and this is "
              + threshold
              + ": to have no watchdog, do not ask for one");
    }
    return threshold;
  }

  /// What the system property asks for.
  static @Nullable Duration thresholdFrom(@Nullable String property) {
    if (property == null || property.isBlank()) {
      return null;
    }
    try {
      long millis = Long.parseLong(property.strip());
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException _) {
      // As wrong as a negative one.
    }
    throw new IllegalArgumentException(
        "the system property wakerobin.watchdog.ms must be a number of milliseconds, at least 1,"
            + " and it is '%s'".formatted(property));
  }

  long thresholdNanos() {
    return thresholdNanos;
  }

  /// From now on that seat's thread is watched. Called by that thread.
  void watch(Seat seat) {
    watches.putIfAbsent(seat, new PollWatch(seat, this));
  }

  /// The threads that are watched.
  Set<Seat> seats() {
    return Set.copyOf(watches.keySet());
  }

  /// Looks at every thread once, and tells what it finds.
  ///
  /// @param now in nanoseconds, of whatever clock: it is the same one each time
  void look(long now) {
    lookAll(now).forEach(engine.instruments()::found); // Not under the lock: they are the user's.
  }

  private synchronized List<Finding> lookAll(long now) {
    List<Finding> found = new ArrayList<>();
    watches.values().forEach(each -> each.look(now, found::add));
    if (lost != null) {
      lost.look(allowance, now, found::add);
    }
    watches.keySet().removeIf(each -> !each.thread().isAlive());
    return found;
  }

  /// Whether that task is one to watch over: a thread may work for several runtimes by turns.
  boolean isOurs(TaskCell<?> task) {
    return task.engine() == engine;
  }

  /// How many findings may be told.
  Allowance allowance() {
    return allowance;
  }
}
