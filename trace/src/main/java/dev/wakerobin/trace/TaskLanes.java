package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row for each task: when it slept, waited and was polled, and who rang. The colour of a poll is
/// that of its worker.
final class TaskLanes implements Lanes {
  private final Trace trace;
  private final List<TaskId> tasks;
  private final Map<Long, Integer> rows = new HashMap<>();

  TaskLanes(Trace trace, int mostRows) {
    this.trace = trace;
    this.tasks = trace.tasks().stream().limit(mostRows).toList();
    tasks.forEach(task -> rows.put(task.number(), rows.size()));
  }

  @Override
  public List<String> labels() {
    return tasks.stream().map(TaskId::toString).toList();
  }

  @Override
  public Optional<String> left() {
    int left = trace.tasks().size() - tasks.size();
    return left == 0
        ? Optional.empty()
        : Optional.of("and " + Numbers.grouped(left) + " tasks more");
  }

  /// From the back to the front: lives, lines, waiting, polls, ends.
  @Override
  public void draw(Canvas canvas, Scale scale) {
    drawLives(canvas, scale);
    trace.wakes().forEach(wake -> drawLine(canvas, scale, wake));
    trace.wakes().forEach(wake -> drawWaiting(canvas, scale, wake));
    trace.polls().forEach(poll -> drawPoll(canvas, scale, poll));
    trace.wakes().forEach(wake -> drawBell(canvas, scale, wake));
    drawEnds(canvas, scale);
  }

  private void drawLives(Canvas canvas, Scale scale) {
    Map<Long, Integer> from = new HashMap<>();
    Map<Long, Integer> to = new HashMap<>();
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      Event event = trace.at(tick);
      Optional<TaskId> task = Names.subject(event);
      if (task.isPresent()) {
        boolean born = event instanceof Event.Spawned;
        from.putIfAbsent(task.get().number(), born ? scale.column(tick) : 0);
        to.merge(
            task.get().number(),
            endsLife(event) ? scale.column(tick) : canvas.columns(),
            (_, n) -> n);
      }
    }
    for (int row = 0; row < tasks.size(); row++) {
      TaskId task = tasks.get(row);
      int end = to.getOrDefault(task.number(), 0);
      for (int column = from.getOrDefault(task.number(), 0); column < end; column++) {
        canvas.put(row, column, Sign.ASLEEP, Canvas.PLAIN);
      }
    }
  }

  private static boolean endsLife(Event event) {
    return event instanceof Event.Cancelled
        || (event instanceof Event.PollEnded e && e.result() != PollResult.PENDING);
  }

  /// The line from the row of the one who rang to just before the row of the woken.
  private void drawLine(Canvas canvas, Scale scale, TracedWake wake) {
    Integer from = wake.by().map(task -> rows.get(task.number())).orElse(null);
    Integer to = rows.get(wake.task().number());
    if (from == null || to == null) {
      return;
    }
    int column = scale.column(wake.tick());
    for (int row = Math.min(from, to) + 1; row < Math.max(from, to); row++) {
      canvas.put(row, column, Sign.LINE, Canvas.PLAIN);
    }
  }

  /// The arrow from the wake to its poll.
  private void drawWaiting(Canvas canvas, Scale scale, TracedWake wake) {
    Integer row = rows.get(wake.task().number());
    if (row == null || wake.poll().isEmpty()) {
      return;
    }
    int poll = scale.column(wake.poll().getAsLong());
    int woken = scale.column(wake.tick());
    for (int column = woken; column < poll; column++) {
      canvas.put(row, column, column == poll - 1 ? Sign.ARROW : Sign.WAITS, Canvas.PLAIN);
    }
  }

  private void drawPoll(Canvas canvas, Scale scale, TracedPoll poll) {
    Integer row = rows.get(poll.task().number());
    if (row == null) {
      return;
    }
    int from = scale.column(poll.from());
    int to = Math.max(from + 1, scale.column(poll.to()));
    for (int column = from; column < to; column++) {
      canvas.put(row, column, Sign.POLLED, Canvas.colour(poll.worker()));
    }
  }

  /// Where a wake arrives: how it came.
  private void drawBell(Canvas canvas, Scale scale, TracedWake wake) {
    Integer row = rows.get(wake.task().number());
    if (row != null) {
      Integer from = wake.by().map(task -> rows.get(task.number())).orElse(null);
      int column = scale.column(wake.tick());
      canvas.put(row, column, bell(wake, from, row), Canvas.PLAIN);
      if (from != null && !from.equals(row) && canvas.at(from, column) != Sign.POLLED) {
        canvas.put(from, column, from < row ? Sign.TO_BELOW : Sign.TO_ABOVE, Canvas.PLAIN);
      }
    }
  }

  private static Sign bell(TracedWake wake, @Nullable Integer from, int to) {
    Sign line = from == null || from < to ? Sign.FROM_ABOVE : Sign.FROM_BELOW;
    return switch (wake.cause()) {
      case Cause.Spawn() -> wake.by().isEmpty() ? Sign.SPAWNED : line;
      case Cause.Task _ -> wake.isSelfWake() ? Sign.SELF : line;
      case Cause.Timer() -> Sign.TIMER;
      case Cause.Abort() -> Sign.ABORT;
      case Cause.BlockingCall _ -> Sign.BLOCKING;
      case Cause.ForeignThread _ -> Sign.FOREIGN;
    };
  }

  private void drawEnds(Canvas canvas, Scale scale) {
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      Event event = trace.at(tick);
      if (endsLife(event)) {
        Integer row = rows.get(Names.subject(event).orElseThrow().number());
        if (row != null) {
          canvas.put(row, scale.column(tick), end(event), Canvas.PLAIN);
        }
      }
    }
  }

  private static Sign end(Event event) {
    return switch (event) {
      case Event.PollEnded e when e.result() == PollResult.READY -> Sign.READY;
      case Event.PollEnded _ -> Sign.THREW;
      case Event.Cancelled _ -> Sign.CANCELLED;
      case Event.Spawned _,
          Event.Woken _,
          Event.PollStarted _,
          Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ ->
          throw new AssertionError(event);
    };
  }
}
