package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a task ran when it did: the poll, the wake that led to it, the poll in which that bell was
/// rung, the wake that led to that one, and so on, back to where it began.
///
/// ```
/// task 7 'reply' was polled on worker 1 at tick 42
///   because task 3 'read' rang at tick 40
///   which was polled on worker 0 at tick 38, because a timer fired at tick 35
/// ```
///
/// @param links from the poll in question back to the first cause
public record Why(List<Link> links) {
  private static final int MOST_LINES = 12;

  /// A poll and the wake that led to it.
  ///
  /// @param wake none if it was dropped from the trace
  public record Link(TracedPoll poll, Optional<TracedWake> wake) {

    private boolean isSelfWake() {
      return wake.isPresent() && wake.get().isSelfWake();
    }
  }

  static Why of(Trace trace, TracedPoll poll) {
    List<Link> links = new ArrayList<>();
    Optional<TracedPoll> next = Optional.of(poll);
    while (next.isPresent()) {
      Optional<TracedWake> wake = trace.links().wakeOf(next.get());
      links.add(new Link(next.get(), wake));
      next = wake.flatMap(trace.links()::ringingPoll);
    }
    return new Why(List.copyOf(links));
  }

  /// The first cause, as far as the trace goes back: none if it was dropped.
  public Optional<TracedWake> root() {
    return links.getLast().wake();
  }

  /// The chain, a link a line. Self-wakes in a row share a line, and the middle of a long chain is
  /// left out.
  @Override
  public String toString() {
    List<String> lines = lines();
    if (lines.size() > MOST_LINES) {
      int left = lines.size() - MOST_LINES + 1;
      List<String> middle = lines.subList(MOST_LINES / 2, MOST_LINES / 2 + left);
      middle.clear();
      middle.add("  … and so on, through " + Numbers.grouped(left) + " more");
    }
    return String.join("\n", lines);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(polled(links.getFirst().poll()));
    for (int i = 0; i < links.size(); i++) {
      int first = i;
      while (i + 1 < links.size() && links.get(i).isSelfWake() && links.get(i + 1).isSelfWake()) {
        i++;
      }
      Optional<TracedWake> last = links.get(first).wake();
      int times = i - first + 1;
      String line = "  because " + (times > 1 ? selfWoken(last.orElseThrow(), times) : why(last));
      boolean hasNext = i + 1 < links.size();
      lines.add(hasNext ? line + "; " + polledThen(links.get(i + 1).poll()) : line);
    }
    return lines;
  }

  private static String polled(TracedPoll poll) {
    return poll.task() + " was polled" + worker(poll.worker()) + " at tick " + poll.from();
  }

  private static String polledThen(TracedPoll poll) {
    return "that was polled" + worker(poll.worker()) + " at tick " + poll.from();
  }

  private static String selfWoken(TracedWake last, int times) {
    return "%s woke itself %s times, the last at tick %d"
        .formatted(last.task(), Numbers.grouped(times), last.tick());
  }

  private static String why(Optional<TracedWake> cause) {
    if (cause.isEmpty()) {
      return "of something that was dropped from the trace";
    }
    TracedWake wake = cause.get();
    return who(wake) + " at tick " + wake.tick();
  }

  private static String who(TracedWake wake) {
    return switch (wake.cause()) {
      case Cause.Spawn() ->
          wake.by().map(by -> by + " spawned it").orElse("it was spawned from outside");
      case Cause.Task(var by) -> by.equals(wake.task()) ? by + " woke itself" : by + " rang";
      case Cause.Timer() -> "a timer fired";
      case Cause.Abort() -> "it was told to end";
      case Cause.BlockingCall(String thread) -> "a blocking call rang, on thread " + thread;
      case Cause.ForeignThread(String name) -> "thread " + name + " rang";
    };
  }

  private static String worker(int worker) {
    return worker == Event.NO_WORKER ? "" : " on worker " + worker;
  }
}
