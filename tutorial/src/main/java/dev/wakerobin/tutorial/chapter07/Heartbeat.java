package dev.wakerobin.tutorial.chapter07;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// ## The patient
///
/// A task that beats every 5 ms, and takes note of its longest silence. It stands for all that a
/// server does besides: the other requests, the pings, the time-outs.
///
/// ```
///   ▎ ▎ ▎ ▎                          ▎ ▎ ▎ ▎ ▎ ▎ ▎ ▎ ▎ ▎
///         │◀── the load ──▶│
///         │◀── the longest silence ─▶│
/// ```
///
/// After three beats it puts the load on, and some beats after the load has ended it is ready.
final class Heartbeat implements Future<Long> {
  private static final Duration PERIOD = Duration.ofMillis(5);
  private static final int BEATS_BEFORE = 3;
  private static final int BEATS_AFTER = 8;

  private final Supplier<List<JoinHandle<Long>>> load;

  private Future<Unit> pause = Tasks.sleep(PERIOD);
  private List<JoinHandle<Long>> loaded = List.of();
  private long lastBeat;
  private long longestSilence;
  private int beats;
  private int beatsAfter;

  /// With that load, which it will spawn itself.
  Heartbeat(Supplier<List<JoinHandle<Long>>> load) {
    this.load = load;
  }

  /// Ready with the longest silence since the load was put on, in nanoseconds.
  @Override
  public Poll<Long> poll(Context context) throws Exception {
    while (pause.poll(context).isReady()) {
      beat();
      if (beatsAfter == BEATS_AFTER) {
        return Poll.ready(longestSilence);
      }
      pause = Tasks.sleep(PERIOD);
    }
    return Poll.pending();
  }

  private void beat() {
    long now = System.nanoTime();
    beats++;
    if (beats > BEATS_BEFORE) {
      longestSilence = Math.max(longestSilence, now - lastBeat);
      beatsAfter += loadHasEnded() ? 1 : 0;
    }
    if (beats == BEATS_BEFORE) {
      loaded = load.get();
    }
    lastBeat = now;
  }

  private boolean loadHasEnded() {
    for (JoinHandle<Long> each : loaded) {
      if (!each.isFinished()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void cancel() {
    pause.cancel();
  }
}
