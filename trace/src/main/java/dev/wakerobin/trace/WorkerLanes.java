package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row for each worker: whom it polled, and when it slept or stole. A poll is filled with the
/// number of its task, and has its colour; an arrow before it says that the wake came from a row
/// above or below.
final class WorkerLanes implements Lanes {
  private final Trace trace;
  private final List<Integer> workers = new ArrayList<>();

  WorkerLanes(Trace trace) {
    this.trace = trace;
    if (trace.polls().stream().anyMatch(poll -> poll.worker() == Event.NO_WORKER)
        || trace.wakes().stream().anyMatch(wake -> wake.worker() == Event.NO_WORKER)) {
      workers.add(Event.NO_WORKER);
    }
    workers.addAll(trace.workers());
  }

  @Override
  public List<String> labels() {
    return workers.stream().map(w -> w == Event.NO_WORKER ? "elsewhere" : "worker " + w).toList();
  }

  @Override
  public Optional<String> left() {
    return Optional.empty();
  }

  @Override
  public void draw(Canvas canvas, Scale scale) {
    drawParked(canvas, scale);
    trace.polls().forEach(poll -> drawPoll(canvas, scale, poll));
    trace.polls().forEach(poll -> drawArrow(canvas, scale, poll));
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      if (trace.at(tick) instanceof Event.Stole stole) {
        putIfFree(canvas, row(stole.worker()), scale.column(tick), Sign.STOLE);
      }
    }
  }

  private int row(int worker) {
    return workers.indexOf(worker);
  }

  private void drawParked(Canvas canvas, Scale scale) {
    Map<Integer, Integer> since = new HashMap<>();
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      Event event = trace.at(tick);
      if (event.worker() != Event.NO_WORKER) {
        switch (event) {
          case Event.Parked _ -> since.put(event.worker(), scale.column(tick));
          case Event.Unparked _ ->
              parked(canvas, event.worker(), since.remove(event.worker()), scale.column(tick));
          case Event.Spawned _,
              Event.Woken _,
              Event.PollStarted _,
              Event.PollEnded _,
              Event.Cancelled _,
              Event.WorkerStarted _,
              Event.WorkerStopped _,
              Event.Stole _ -> {}
        }
      }
    }
    since.forEach((worker, from) -> parked(canvas, worker, from, canvas.columns()));
  }

  private void parked(Canvas canvas, int worker, @Nullable Integer from, int to) {
    for (int column = from == null ? 0 : from; column < to; column++) {
      canvas.put(row(worker), column, Sign.PARKED, Canvas.PLAIN);
    }
  }

  private void drawPoll(Canvas canvas, Scale scale, TracedPoll poll) {
    int row = row(poll.worker());
    int from = scale.column(poll.from());
    int to = Math.max(from + 1, scale.column(poll.to()));
    for (int column = from; column < to; column++) {
      canvas.put(row, column, Sign.POLLED, Canvas.colour(poll.task().number()));
    }
    String number = Long.toString(poll.task().number());
    if (number.length() <= to - from) {
      canvas.write(row, from, number);
    }
  }

  private void drawArrow(Canvas canvas, Scale scale, TracedPoll poll) {
    Optional<TracedWake> wake = trace.links().wakeOf(poll);
    int from = wake.map(w -> row(w.worker())).orElse(-1);
    int to = row(poll.worker());
    if (from >= 0 && from != to) {
      Sign sign = from < to ? Sign.DOWN : Sign.UP;
      putIfFree(canvas, to, scale.column(poll.from()) - 1, sign);
    }
  }

  private static void putIfFree(Canvas canvas, int row, int column, Sign sign) {
    if (column >= 0 && canvas.at(row, column) != Sign.POLLED) {
      canvas.put(row, column, sign, Canvas.PLAIN);
    }
  }
}
