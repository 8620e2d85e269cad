package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {
  @TempDir private Path folder;

  /// What the Flight Recorder has of a program, in the order of time.
  private List<RecordedEvent> recorded(Instrument instrument) throws Exception {
    try (Recording recording = new Recording()) {
      for (String each : List.of("Spawn", "Poll", "Park", "Steal", "Call", "Finding")) {
        recording.enable("dev.wakerobin." + each).withoutThreshold();
      }
      recording.start();
      runProgram(instrument);
      recording.stop();
      Path file = folder.resolve("run.jfr");
      Files.deleteIfExists(file);
      recording.dump(file);
      return read(file);
    }
  }

  private static List<RecordedEvent> read(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(each -> each.getEventType().getName().startsWith("dev.wakerobin."))
        .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
        .toList();
  }

  private static void runProgram(Instrument instrument) throws InterruptedException {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(new OneThread()).instrument(instrument).build()) {
      runtime.spawn(
          "parent",
          _ -> {
            Tasks.spawn("child", Tasks.yieldNow());
            return Poll.ready();
          });
      runtime.blockOn(Tasks.sleep(Duration.ofMillis(1)));
      runtime.blockOn(runtime.spawnBlocking(() -> "done"));
    }
  }

  private static List<RecordedEvent> named(
      List<RecordedEvent> events, String type, Predicate<RecordedEvent> which) {
    return events.stream()
        .filter(each -> each.getEventType().getName().equals("dev.wakerobin." + type))
        .filter(which)
        .toList();
  }

  @Test
  void a_recording_has_the_spawns_polls_parks_and_calls_of_a_run() throws Exception {
    List<RecordedEvent> events = recorded(new FlightEvents());
    RecordedEvent child =
        named(events, "Spawn", it -> it.getString("name").equals("child")).getFirst();
    assertThat(child.getLong("by")).isEqualTo(1);
    assertThat(named(events, "Poll", it -> it.getLong("task") == child.getLong("task")))
        .extracting(it -> it.getString("result"))
        .containsExactly("PENDING", "READY");
    assertThat(named(events, "Poll", _ -> true))
        .allMatch(it -> !it.getDuration().isNegative() && it.getStackTrace() == null);
    assertThat(named(events, "Park", _ -> true)).isNotEmpty();
    assertThat(named(events, "Call", _ -> true))
        .singleElement()
        .satisfies(it -> assertThat(it.getString("kind")).isEqualTo("BLOCKING"));
  }

  @Test
  void polls_begin_and_end_on_the_thread_of_their_worker() throws Exception {
    List<RecordedEvent> polls = named(recorded(new FlightEvents()), "Poll", _ -> true);
    assertThat(polls).extracting(it -> it.getThread().getJavaName()).doesNotContainNull();
    for (int i = 1; i < polls.size(); i++) {
      assertThat(polls.get(i).getStartTime())
          .as("one thread polls one task after the other")
          .isAfterOrEqualTo(polls.get(i - 1).getEndTime());
    }
  }

  @Test
  void without_the_instrument_nothing_is_recorded() throws Exception {
    new FlightEvents();
    assertThat(recorded(_ -> {})).isEmpty();
  }

  @Test
  void without_a_recording_the_run_is_the_same() throws Exception {
    FlightEvents events = new FlightEvents();
    TraceRecorder beside = new TraceRecorder();
    runProgram(
        event -> {
          events.on(event);
          beside.on(event);
        });
    assertThat(beside.trace().check().events()).isNotEmpty();
  }
}
