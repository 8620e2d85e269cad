package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChromeTraceTest {
  private final Trace story = Stories.yieldingAndSleeping();

  @Test
  void a_poll_is_a_slice_of_its_worker_in_microseconds() {
    assertThat(ChromeTrace.json(story))
        .contains(
            """
            {"ph":"X","pid":1,"tid":1,"ts":50.000,"name":"task 2 'yields'","cat":"poll",\
            "dur":110.000,"args":{"task":2,"tick":17,"result":"ready"}}""");
    assertThat(ChromeTrace.json(story, Axis.TICKS))
        .contains("\"ts\":17,\"name\":\"task 2 'yields'\",\"cat\":\"poll\",\"dur\":1,");
  }

  @Test
  void every_wake_is_a_flow_from_a_slice_to_the_beginning_of_the_poll_it_led_to() {
    for (long seed = 0; seed < 5; seed++) {
      Trace trace = Trace.of(ModelTraces.draw(seed, 80));
      for (Axis axis : Axis.values()) {
        assertFlows(trace, events(ChromeTrace.json(trace, axis)));
      }
    }
  }

  private static void assertFlows(Trace trace, List<Map<String, Object>> events) {
    Map<String, Integer> kinds = new HashMap<>();
    events.forEach(event -> kinds.merge(text(event, "ph"), 1, Integer::sum));
    long answered = trace.wakes().stream().filter(wake -> wake.poll().isPresent()).count();
    assertThat(kinds.getOrDefault("s", 0)).isEqualTo((int) answered);
    assertThat(kinds.getOrDefault("f", 0)).isEqualTo((int) answered);
    for (Map<String, Object> end : events) {
      if (text(end, "ph").equals("f")) {
        assertThat(events)
            .anyMatch(
                slice ->
                    text(slice, "cat").equals("poll")
                        && text(slice, "ts").equals(text(end, "ts"))
                        && text(slice, "tid").equals(text(end, "tid")));
        assertThat(events)
            .anyMatch(
                start ->
                    text(start, "ph").equals("s") && text(start, "id").equals(text(end, "id")));
      }
    }
  }

  @Test
  void parks_and_names_are_there_and_whatever_characters_are_escaped() {
    TaskId task = new TaskId(1, "\"\\\n\u0001é");
    EventLog log = new EventLog().started(0).parked(0).unparked(0).stole(0, 2, 1).parked(0);
    log.spawned(task, Event.NO_WORKER).woken(task, new Cause.Timer(), Event.NO_WORKER);
    List<Map<String, Object>> events = events(ChromeTrace.json(log.trace()));
    assertThat(events).filteredOn(e -> text(e, "name").equals("parked")).hasSize(2);
    assertThat(events).anyMatch(e -> text(e, "name").equals(task + " woken by a timer"));
    assertThat(events).anyMatch(e -> text(e, "name").contains("stealing 2 from worker 1"));
  }

  @SuppressWarnings("unchecked") // What the format says.
  private static List<Map<String, Object>> events(String json) {
    Map<String, Object> whole = (Map<String, Object>) Json.read(json);
    return (List<Map<String, Object>>) Objects.requireNonNull(whole.get("traceEvents"));
  }

  private static String text(Map<String, Object> event, String key) {
    return String.valueOf(event.get(key));
  }
}
