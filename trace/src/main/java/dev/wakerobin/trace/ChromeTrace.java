package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trace as JSON for Perfetto (`ui.perfetto.dev`) and Chrome (`chrome://tracing`): each worker is
/// a thread, each poll a slice, each wake a flow from where the bell was rung to the poll that this
/// caused.
///
/// The format is that of “Trace Event Format” (Google, 2016). Times are microseconds; along
/// [Axis#TICKS] each tick is one.
public final class ChromeTrace {
  private static final int PROCESS = 1;

  private final Trace trace;
  private final Axis axis;
  private final List<String> events = new ArrayList<>();

  private ChromeTrace(Trace trace, Axis axis) {
    this.trace = trace;
    this.axis = axis;
  }

  /// The JSON of that trace, with the times of the runtime's clock.
  public static String json(Trace trace) {
    return json(trace, Axis.NANOS);
  }

  /// The same along that axis.
  public static String json(Trace trace, Axis axis) {
    return new ChromeTrace(trace, axis).write();
  }

  /// The same, with the whole trace in it, which Perfetto passes over.
  static String carrying(Trace trace, Axis axis) {
    String end = "\n]}\n";
    String json = json(trace, axis);
    return json.substring(0, json.length() - end.length())
        + "\n],\"wakerobinTrace\":"
        + Carried.array(trace)
        + "}\n";
  }

  private String write() {
    name("process_name", 0, "wakerobin");
    name("thread_name", thread(Event.NO_WORKER), "elsewhere");
    trace.workers().forEach(worker -> name("thread_name", thread(worker), "worker " + worker));
    trace.polls().forEach(this::slice);
    parks();
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      switch (trace.at(tick)) {
        case Event.Stole _, Event.Cancelled _, Event.Spawned _ -> instant(tick);
        case Event.Woken _,
            Event.PollStarted _,
            Event.PollEnded _,
            Event.WorkerStarted _,
            Event.WorkerStopped _,
            Event.Parked _,
            Event.Unparked _ -> {}
      }
    }
    trace.wakes().forEach(this::flow);
    return """
        {"displayTimeUnit":"ns","otherData":{"dropped":"%d"},"traceEvents":[
        %s
        ]}
        """
        .formatted(trace.dropped(), String.join(",\n", events));
  }

  /// The number of a worker's thread: 0 is elsewhere.
  private static int thread(int worker) {
    return worker - Event.NO_WORKER;
  }

  private void name(String what, int thread, String name) {
    events.add(
        "{\"ph\":\"M\",\"pid\":%d,\"tid\":%d,\"name\":\"%s\",\"args\":{\"name\":%s}}"
            .formatted(PROCESS, thread, what, Quotes.quote(name)));
  }

  private void slice(TracedPoll poll) {
    String result = poll.result().map(EventWords::of).orElse("not ended");
    add(
        "X",
        poll.worker(),
        poll.from(),
        poll.task().toString(),
        "\"cat\":\"poll\",\"dur\":%s,\"args\":{\"task\":%d,\"tick\":%d,\"result\":\"%s\"}"
            .formatted(
                micros(poll.length(trace, axis)), poll.task().number(), poll.from(), result));
  }

  private void parks() {
    Map<Integer, Long> since = new HashMap<>();
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      if (trace.at(tick) instanceof Event.Parked parked) {
        since.put(parked.worker(), tick);
      } else if (trace.at(tick) instanceof Event.Unparked unparked) {
        park(unparked.worker(), since.remove(unparked.worker()), tick);
      }
    }
    since.forEach((worker, from) -> park(worker, from, trace.lastTick()));
  }

  private void park(int worker, @Nullable Long from, long to) {
    if (worker != Event.NO_WORKER) {
      long start = from == null ? trace.firstTick() : from;
      long length = axis.at(trace, to) - axis.at(trace, start);
      add("X", worker, start, "parked", "\"cat\":\"park\",\"dur\":" + micros(length));
    }
  }

  private void instant(long tick) {
    Event event = trace.at(tick);
    add(
        "i",
        event.worker(),
        tick,
        EventWords.of(event),
        "\"s\":\"t\",\"args\":{\"tick\":%d}".formatted(tick));
  }

  /// A flow leads from slice to slice, so a wake is a slice too, of no length; inside the slice of
  /// the poll that rang, if one did.
  private void flow(TracedWake wake) {
    String name = wake.task() + " woken by " + EventWords.of(wake.cause());
    add(
        "X",
        wake.worker(),
        wake.tick(),
        name,
        "\"cat\":\"wake\",\"dur\":0,\"args\":{\"tick\":%d}".formatted(wake.tick()));
    if (wake.poll().isPresent()) {
      long poll = wake.poll().getAsLong();
      String id = "\"cat\":\"wake\",\"id\":" + wake.tick();
      add("s", wake.worker(), wake.tick(), "wake", id);
      add("f", trace.at(poll).worker(), poll, "wake", id + ",\"bp\":\"e\"");
    }
  }

  private void add(String kind, int worker, long tick, String name, String rest) {
    events.add(
        "{\"ph\":\"%s\",\"pid\":%d,\"tid\":%d,\"ts\":%s,\"name\":%s,%s}"
            .formatted(
                kind,
                PROCESS,
                thread(worker),
                micros(axis.at(trace, tick)),
                Quotes.quote(name),
                rest));
  }

  private String micros(long along) {
    return axis == Axis.TICKS ? Long.toString(along) : microsOf(along);
  }

  /// With three decimals, and without going through a floating point number.
  private static String microsOf(long nanos) {
    String sign = nanos < 0 ? "-" : "";
    long size = Math.abs(nanos);
    return sign + size / 1_000 + "." + Long.toString(1_000 + size % 1_000).substring(1);
  }
}
