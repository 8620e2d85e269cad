package dev.wakerobin.runtime;

import java.util.ArrayList;
import java.util.List;

/// Writes down what it is told, a few words for each event.
final class Trace implements Instrument {
  private final List<String> lines = new ArrayList<>(); // Guarded by this.

  @Override
  public synchronized void on(Event event) {
    lines.add(words(event));
  }

  /// What has happened since the last time it was asked.
  synchronized List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.Spawned spawned -> "spawned " + spawned.task().number();
      case Event.Woken woken -> "woken " + woken.task().number() + " by " + words(woken.cause());
      case Event.PollStarted poll -> "poll " + poll.task().number();
      case Event.PollEnded poll -> poll.result() + " " + poll.task().number();
      case Event.Cancelled cancelled -> "cancelled " + cancelled.task().number();
      case Event.WorkerStarted started -> "worker " + started.worker() + " started";
      case Event.WorkerStopped stopped -> "worker " + stopped.worker() + " stopped";
      case Event.Parked parked -> "parked " + parked.worker();
      case Event.Unparked unparked -> "unparked " + unparked.worker();
      case Event.Stole stole ->
          stole.worker() + " stole " + stole.tasks() + " from " + stole.victim();
    };
  }

  private static String words(Event.Cause cause) {
    return switch (cause) {
      case Event.Cause.Task(var by) -> "task " + by.number();
      case Event.Cause.BlockingCall(String thread) -> "blocking call on " + thread;
      case Event.Cause.ForeignThread(String name) -> "thread " + name;
      case Event.Cause.Spawn _, Event.Cause.Timer _, Event.Cause.Abort _ ->
          cause.getClass().getSimpleName();
    };
  }
}
