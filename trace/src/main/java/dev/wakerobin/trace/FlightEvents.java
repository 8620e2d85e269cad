package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Finding;
import dev.wakerobin.runtime.Instrument;

/// Tells the JDK's Flight Recorder what happens in a runtime, so that it stands beside garbage
/// collections, locks and CPU samples in one recording:
///
/// ```java
/// AsyncRuntime.builder().instrument(new FlightEvents()).build();
/// ```
///
/// Then start a recording as always, with `-XX:StartFlightRecording` or `jcmd PID JFR.start`. The
/// events are `dev.wakerobin.Spawn`, `Poll`, `Park`, `Steal`, `Call` and `Finding`, in the category
/// *Wakerobin*. They take no stack traces. A poll, a park and a call have a duration, and the
/// thread is the worker's.
///
/// A runtime without this instrument pays nothing. With it and without a recording it pays for the
/// making of its own [events][Event].
///
/// On the module path the module `jdk.jfr` has to be there: `--add-modules jdk.jfr`.
public final class FlightEvents implements Instrument {

  /// What a thread is at. Flight events may be used again once they are committed.
  private static final class Lane {
    private final FlightEvent.OfPoll poll = new FlightEvent.OfPoll();
    private final FlightEvent.OfPark park = new FlightEvent.OfPark();
    private final FlightEvent.OfCall call = new FlightEvent.OfCall();
  }

  private final ThreadLocal<Lane> lanes = ThreadLocal.withInitial(Lane::new);

  /// One for one runtime or for several.
  ///
  /// @throws IllegalStateException if there is no Flight Recorder in this JVM
  public FlightEvents() {
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      throw new IllegalStateException(
          "the module jdk.jfr is not there: start the JVM with --add-modules jdk.jfr");
    }
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case Event.Spawned spawned -> spawned(spawned);
      case Event.PollStarted _ -> lanes.get().poll.begin();
      case Event.PollEnded ended -> ended(ended);
      case Event.Parked _ -> lanes.get().park.begin();
      case Event.Unparked unparked -> unparked(unparked.worker());
      case Event.Stole stole -> stole(stole);
      case Event.Woken _, Event.Cancelled _, Event.WorkerStarted _, Event.WorkerStopped _ -> {}
    }
  }

  private static void spawned(Event.Spawned spawned) {
    FlightEvent.OfSpawn flight = new FlightEvent.OfSpawn();
    if (flight.shouldCommit()) {
      flight.task = spawned.task().number();
      flight.name = spawned.task().name();
      flight.by = spawned.by().map(TaskId::number).orElse(0L);
      flight.worker = spawned.worker();
      flight.commit();
    }
  }

  private void ended(Event.PollEnded ended) {
    FlightEvent.OfPoll flight = lanes.get().poll;
    flight.end();
    if (flight.shouldCommit()) {
      flight.task = ended.task().number();
      flight.name = ended.task().name();
      flight.worker = ended.worker();
      flight.result = ended.result().name();
      flight.commit();
    }
  }

  private void unparked(int worker) {
    FlightEvent.OfPark flight = lanes.get().park;
    flight.end();
    if (flight.shouldCommit()) {
      flight.worker = worker;
      flight.commit();
    }
  }

  private static void stole(Event.Stole stole) {
    FlightEvent.OfSteal flight = new FlightEvent.OfSteal();
    if (flight.shouldCommit()) {
      flight.thief = stole.worker();
      flight.victim = stole.victim();
      flight.tasks = stole.tasks();
      flight.commit();
    }
  }

  @Override
  public void callStarted(CallKind kind) {
    lanes.get().call.begin();
  }

  @Override
  public void callEnded(CallKind kind) {
    FlightEvent.OfCall flight = lanes.get().call;
    flight.end();
    if (flight.shouldCommit()) {
      flight.kind = kind.name();
      flight.commit();
    }
  }

  @Override
  public void found(Finding finding) {
    FlightEvent.OfFinding flight = new FlightEvent.OfFinding();
    if (flight.shouldCommit()) {
      flight.task = finding.task().number();
      flight.name = finding.task().name();
      flight.message = finding.message();
      flight.commit();
    }
  }
}
