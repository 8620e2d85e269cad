package dev.wakerobin.trace;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Small runs that are the same each time, for pictures.
final class Stories {
  private Stories() {}

  /// Main spawns one that yields twice and one that sleeps, and awaits both. Each poll takes ten
  /// microseconds; the sleep is over when the yielding one ends.
  static Trace yieldingAndSleeping() {
    ManualClock clock = Clock.manual();
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new OneThread())
            .clock(clock)
            .instrument(recorder)
            .build()) {
      runtime.blockOn(new Main(clock));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return withThread(recorder.trace().check());
  }

  /// The same whatever the name of the thread that tests run on.
  private static Trace withThread(Trace trace) {
    return Trace.of(
        trace.events().stream()
            .map(
                event ->
                    event instanceof Event.WorkerStarted started
                        ? new Event.WorkerStarted(started.nanos(), started.worker(), "main")
                        : event)
            .toList());
  }

  private static void passTime(ManualClock clock) {
    clock.advance(Duration.ofNanos(10_000));
  }

  private static final class Main implements Future<Unit> {
    private final ManualClock clock;
    private final List<JoinHandle<Unit>> handles = new ArrayList<>();

    Main(ManualClock clock) {
      this.clock = clock;
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      passTime(clock);
      if (handles.isEmpty()) {
        handles.add(Tasks.spawn("yields", new Yielding(clock)));
        handles.add(Tasks.spawn("sleeps", Tasks.sleep(Duration.ofNanos(100_000))));
      }
      for (JoinHandle<Unit> handle : handles) {
        if (!handle.poll(context).isReady()) {
          return Poll.pending();
        }
      }
      return Poll.ready();
    }
  }

  private static final class Yielding implements Future<Unit> {
    private final ManualClock clock;
    private int left = 2;

    Yielding(ManualClock clock) {
      this.clock = clock;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      passTime(clock);
      if (left-- == 0) {
        clock.advance(Duration.ofNanos(100_000));
        return Poll.ready();
      }
      context.waker().wake();
      passTime(clock);
      return Poll.pending();
    }
  }
}
