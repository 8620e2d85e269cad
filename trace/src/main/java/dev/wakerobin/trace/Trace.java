package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/// What happened in a run, event by event, in an order in which no effect comes before its cause.
///
/// Each event has a *tick*: its place in the whole run, counted from 0. If the oldest events were
/// dropped, the first one that is left has the tick `dropped`. Ticks tell events apart that happen
/// at the same nanosecond, as nearly all do while a virtual clock stands still.
///
/// A trace is immutable. It may break the [grammar][#faults()]: the trace of a broken scheduler is
/// just what one wants to look at.
public final class Trace {
  private final long dropped;
  private final List<Event> events;
  private final Names names;
  private final Links links;

  private Trace(long dropped, List<Event> events) {
    this.dropped = dropped;
    this.events = List.copyOf(events);
    this.names = Names.in(this.events);
    this.links = Links.in(this);
  }

  /// The trace of a run from its beginning.
  public static Trace of(List<Event> events) {
    return of(0, events);
  }

  /// The trace of a run from which the oldest events are missing.
  ///
  /// @param dropped how many are missing; zero or more
  /// @throws IllegalArgumentException if a task has two names, or a worker a number below
  ///     [Event#NO_WORKER]
  public static Trace of(long dropped, List<Event> events) {
    if (dropped < 0) {
      throw new IllegalArgumentException("dropped cannot be negative, and it is " + dropped);
    }
    return new Trace(dropped, events);
  }

  /// How many events are missing before the first one.
  public long dropped() {
    return dropped;
  }

  /// The events, in order.
  public List<Event> events() {
    return events;
  }

  /// How many events there are.
  public int size() {
    return events.size();
  }

  /// The tick of the first event.
  public long firstTick() {
    return dropped;
  }

  /// The tick of the last event; one less than the first if there is none.
  public long lastTick() {
    return dropped + events.size() - 1;
  }

  /// The event with that tick.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Event at(long tick) {
    if (tick < firstTick() || tick > lastTick()) {
      throw new IndexOutOfBoundsException(
          "tick %d is not among %d to %d".formatted(tick, firstTick(), lastTick()));
    }
    return events.get((int) (tick - dropped));
  }

  /// Every task that is mentioned, by number.
  public List<TaskId> tasks() {
    return names.tasks();
  }

  /// Every worker that is mentioned, from 0; without [Event#NO_WORKER].
  public List<Integer> workers() {
    return names.workers();
  }

  /// Every poll, in the order in which they began.
  public List<TracedPoll> polls() {
    return links.polls();
  }

  /// Every wake, in order.
  public List<TracedWake> wakes() {
    return links.wakes();
  }

  /// Where this trace breaks the grammar of [Event], in order; empty if it is a beginning of a
  /// sentence.
  public List<Fault> faults() {
    return Grammar.faults(this);
  }

  /// Complains if this trace breaks the grammar.
  ///
  /// @throws IllegalStateException with the first fault
  public Trace check() {
    List<Fault> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the trace breaks the grammar at " + faults.getFirst());
    }
    return this;
  }

  /// The tasks that have not ended where the trace stops, by number. If its beginning was dropped:
  /// those of which that is certain.
  public List<TaskId> unfinished() {
    return Grammar.unfinished(this);
  }

  /// The event with that tick in words: `tick 17, 12.5 µs: a poll of task 3 beginning on worker 0`.
  public String describe(long tick) {
    Event event = at(tick);
    return "tick %d, %s: %s".formatted(tick, Numbers.time(event.nanos()), EventWords.of(event));
  }

  /// The ticks of what happened to that task, in order.
  public List<Long> ticksOf(TaskId task) {
    return LongStream.rangeClosed(firstTick(), lastTick())
        .filter(tick -> Names.subject(at(tick)).filter(task::equals).isPresent())
        .boxed()
        .toList();
  }

  /// What can be counted and measured, in nanoseconds of the runtime's clock.
  public Figures figures() {
    return figures(Axis.NANOS);
  }

  /// The same, measured along that axis.
  public Figures figures(Axis axis) {
    return new Figures(this, axis);
  }

  /// Why the task of that poll ran then: the chain of causes, back to where it began.
  public Why why(TracedPoll poll) {
    return Why.of(this, poll);
  }

  /// The poll that began with that tick.
  ///
  /// @throws IllegalArgumentException if none did
  public TracedPoll pollAt(long tick) {
    return links
        .pollBegunAt(tick)
        .orElseThrow(() -> new IllegalArgumentException("no poll begins at tick " + tick));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trace trace && dropped == trace.dropped && events.equals(trace.events);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dropped, events);
  }

  @Override
  public String toString() {
    return "Trace(%d events of %d tasks, %d dropped)"
        .formatted(events.size(), tasks().size(), dropped);
  }

  Links links() {
    return links;
  }
}
