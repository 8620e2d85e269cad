package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Writes down what happens in one runtime. Give it to the runtime, run, and ask for the trace:
///
/// ```java
/// TraceRecorder recorder = new TraceRecorder();
/// try (AsyncRuntime runtime = AsyncRuntime.builder().instrument(recorder).build()) {
///   runtime.blockOn(program);
/// }
/// Trace trace = recorder.trace();
/// ```
///
/// Each worker has a ring of its own, and all foreign threads together have one:
///
/// ```
///   worker 0    [ 17 18 21 22 ]     ticks come from one counter, so that an event that comes
///   worker 1    [  4  9 19 20 ]     after another one has the larger tick, on whatever thread
///   elsewhere   [  0  1 23  . ]
/// ```
///
/// When a ring is full its oldest event gives way. The trace begins behind the last event that gave
/// way on any worker (there: behind all that are missing before 17), so it has no holes. A ring
/// takes memory only as it fills.
public final class TraceRecorder implements Instrument {
  /// How many events each ring holds, unless said otherwise.
  public static final int DEFAULT_CAPACITY = 1 << 16;

  private final int capacity;
  private final AtomicLong nextTick = new AtomicLong();
  private volatile Ring[] rings; // By worker, the foreign one first. Replaced under this.

  /// With rings of the default capacity.
  public TraceRecorder() {
    this(DEFAULT_CAPACITY);
  }

  /// With rings of that capacity.
  ///
  /// @param capacity how many events each worker keeps; at least 1
  public TraceRecorder(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, and this is " + capacity);
    }
    this.capacity = capacity;
    this.rings = new Ring[] {new Ring(capacity)}; // So that its class is not loaded in the run.
  }

  @Override
  public void on(Event event) {
    int place = event.worker() - Event.NO_WORKER;
    Ring[] known = rings;
    Ring ring = place < known.length ? known[place] : ringAt(place);
    ring.add(event, nextTick);
  }

  private synchronized Ring ringAt(int place) {
    Ring[] grown = rings;
    if (place >= grown.length) {
      int before = grown.length;
      grown = Arrays.copyOf(grown, place + 1);
      for (int i = before; i < grown.length; i++) {
        grown[i] = new Ring(capacity);
      }
      rings = grown;
    }
    return grown[place];
  }

  /// What was recorded until now. From any thread, as often as you like.
  ///
  /// While the runtime is busy, a thread that rang just now may not have told yet, so the end of
  /// such a trace may lack a wake. After `blockOn` and before `close`, tasks that were left are
  /// unfinished; after `close` everything has ended.
  public Trace trace() {
    List<Ring.Ticked> all = new ArrayList<>();
    long dropped = copyInto(all);
    all.removeIf(each -> each.tick() < dropped);
    all.sort(Comparator.comparingLong(Ring.Ticked::tick));
    return Trace.of(dropped, CausalOrder.of(all.stream().map(Ring.Ticked::event).toList()));
  }

  /// Copies all rings as they are at one moment, and answers the tick behind the last event that
  /// gave way. No ring is added meanwhile, and nobody draws a tick: that is done under the lock of
  /// a ring.
  private synchronized long copyInto(List<Ring.Ticked> all) {
    Ring[] held = rings;
    for (Ring ring : held) {
      ring.lock();
    }
    try {
      long dropped = 0;
      for (Ring ring : held) {
        ring.copyInto(all);
        dropped = Math.max(dropped, ring.lastDropped() + 1);
      }
      return dropped;
    } finally {
      for (Ring ring : held) {
        ring.unlock();
      }
    }
  }
}
