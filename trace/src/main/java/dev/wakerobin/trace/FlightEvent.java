package dev.wakerobin.trace;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/// What the Flight Recorder is told: see [FlightEvents]. A field is there for the recorder to read;
/// a worker of -1 is a foreign thread.
@Category("Wakerobin")
@StackTrace(false)
@Registered(false)
abstract class FlightEvent extends Event {

  @Name("dev.wakerobin.Spawn")
  @Label("Spawn")
  @Description("A task was given to the runtime")
  @Registered
  static final class OfSpawn extends FlightEvent {
    @Label("Task")
    long task;

    @Label("Name")
    String name = "";

    @Label("Spawned By")
    @Description("The task that spawned it; 0 if none did")
    long by;

    @Label("Worker")
    int worker;
  }

  @Name("dev.wakerobin.Poll")
  @Label("Poll")
  @Description("A worker polled a task")
  @Registered
  static final class OfPoll extends FlightEvent {
    @Label("Task")
    long task;

    @Label("Name")
    String name = "";

    @Label("Worker")
    int worker;

    @Label("Result")
    String result = "";
  }

  @Name("dev.wakerobin.Park")
  @Label("Park")
  @Description("A worker had nothing to do and slept")
  @Registered
  static final class OfPark extends FlightEvent {
    @Label("Worker")
    int worker;
  }

  @Name("dev.wakerobin.Steal")
  @Label("Steal")
  @Description("A worker took tasks from another one's queue")
  @Registered
  static final class OfSteal extends FlightEvent {
    @Label("Thief")
    int thief;

    @Label("Victim")
    int victim;

    @Label("Tasks")
    int tasks;
  }

  @Name("dev.wakerobin.Call")
  @Label("Call")
  @Description("A call of spawnBlocking or spawnComputation")
  @Registered
  static final class OfCall extends FlightEvent {
    @Label("Kind")
    String kind = "";
  }

  @Name("dev.wakerobin.Finding")
  @Label("Finding")
  @Description("Something suspicious that the runtime's watchdog saw")
  @Registered
  static final class OfFinding extends FlightEvent {
    @Label("Task")
    long task;

    @Label("Name")
    String name = "";

    @Label("Message")
    String message = "";
  }
}
