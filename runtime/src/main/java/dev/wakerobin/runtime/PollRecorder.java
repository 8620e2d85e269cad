package dev.wakerobin.runtime;

import dev.wakerobin.spi.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes down in which order tasks are polled, on whatever scheduler, so that the run can be
/// repeated on one that replays.
///
/// It keeps a line for each poll and a name for each task until it is collected itself, and all
/// workers take turns to tell it: it is for runs that are looked into, not for production.
public final class PollRecorder implements Instrument {
  private static final String OUTSIDE = "";

  private final Map<Long, String> paths = new HashMap<>(); // By task. Guarded by this, as all is.
  private final Map<String, Integer> children = new HashMap<>(); // How many each has spawned.
  private final List<String> polls = new ArrayList<>();

  /// For one runtime, from its beginning.
  public PollRecorder() {}

  @Override
  public synchronized void on(Event event) {
    switch (event) {
      case Event.Spawned spawned -> {
        String parent =
            spawned.by().map(by -> paths.getOrDefault(by.number(), OUTSIDE)).orElse(OUTSIDE);
        int child = children.merge(parent, 1, Integer::sum);
        paths.put(spawned.task().number(), parent.isEmpty() ? "" + child : parent + "." + child);
      }
      case Event.PollStarted poll -> record(poll.task().number());
      case Event.Cancelled cancelled -> {
        if (cancelled.worker() != Event.NO_WORKER) { // Else it was ended without a scheduler.
          record(cancelled.task().number());
        }
      }
      case Event.Woken _,
          Event.PollEnded _,
          Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ -> {}
    }
  }

  private void record(long task) {
    String path = paths.get(task);
    if (path != null) {
      polls.add(path);
    }
  }

  /// What was recorded until now.
  public synchronized Recording recording() {
    return new Recording(polls);
  }
}
