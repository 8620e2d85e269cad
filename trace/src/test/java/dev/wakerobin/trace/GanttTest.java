package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.trace.Gantt.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanttTest {
  private static final TaskId ONE = new TaskId(1, "one");

  private final Trace story = Stories.yieldingAndSleeping();

  @Test
  void tasks_along_ticks() {
    assertThat(Gantt.of(story).along(Axis.TICKS).columns(60).draw())
        .isEqualTo(
            """
                             0         10        20
            task 1           ·s▶█████···········┌▶█···┌█✓
            task 2 'yields'      ·└──▶█↻──▶█↻▶█✓┴     │
            task 3 'sleeps'        ·└───▶█·······t─▶█✓┴
            · asleep   █ polled   ─ woken, waits for its poll   ✓ ready
            ↻ woke itself   t timer   s spawned from outside
            └┌ spawned or woken from ┬┴   above: ticks, one an event
            """);
  }

  @Test
  void tasks_along_time() {
    assertThat(Gantt.of(story).along(Axis.NANOS).columns(60).draw())
        .isEqualTo(
            """
                             0          50 µs       100 µs      150 µs
            task 1           s█┬··································┌█┌██✓
            task 2 'yields'    └█↻████↻███████████████████████████✓ │
            task 3 'sleeps'    └───▶█·····························t▶✓
            · asleep   █ polled   ─ woken, waits for its poll   ✓ ready
            ↻ woke itself   t timer   s spawned from outside
            └┌ spawned or woken from ┬┴
            """);
  }

  @Test
  void workers_along_ticks() {
    assertThat(Gantt.of(story).along(Axis.TICKS).with(Rows.WORKERS).columns(60).draw())
        .isEqualTo(
            """
                       0         10        20
            elsewhere
            worker 0     ↓1████ 2█ 3 2█ 2   1 3  1
            7█ task 7 is polled   ↓ woken from a row above
            above: ticks, one an event
            """);
  }

  @Test
  void in_ascii_there_is_nothing_but_ascii() {
    String picture = Gantt.of(story).along(Axis.NANOS).inAscii().draw();
    assertThat(picture).containsPattern("(?m)^[ -~]*$").doesNotContainPattern("[^\\n -~]");
    assertThat(picture).contains("#@#");
  }

  @Test
  void what_cannot_be_seen_is_not_explained() {
    String picture = Gantt.of(Trace.of(List.of())).draw();
    assertThat(picture).doesNotContain("polled").doesNotContain("woken");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 999, 1_000_000, Long.MAX_VALUE - 1})
  void however_long_it_takes_the_marks_are_at_round_numbers(long length) {
    Trace trace =
        Trace.of(List.of(new Event.WorkerStarted(0, 0, "w"), new Event.WorkerStopped(length, 0)));
    String ruler =
        Gantt.of(trace).along(Axis.NANOS).with(Rows.WORKERS).draw().lines().toList().getFirst();
    assertThat(ruler.strip()).matches("0(\\s+[125][0,]* \\S+.*)?");
  }

  @Test
  void colours_change_nothing_but_colours() {
    String plain = Gantt.of(story).draw();
    String coloured = Gantt.of(story).inColours().draw();
    assertThat(coloured).contains("\u001b[36m█");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void the_environment_is_heeded() {
    Gantt gantt = Gantt.of(story);
    assertThat(gantt.suitedTo(Map.of("LANG", "en_US.UTF-8")).colours()).isTrue();
    assertThat(gantt.suitedTo(Map.of("LANG", "en_US.UTF-8")).ascii()).isFalse();
    assertThat(gantt.suitedTo(Map.of("NO_COLOR", "1")).colours()).isFalse();
    assertThat(gantt.suitedTo(Map.of("NO_COLOR", "")).colours()).isTrue();
    assertThat(gantt.suitedTo(Map.of("TERM", "dumb")).colours()).isFalse();
    assertThat(gantt.suitedTo(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8")).ascii()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 61, 80, 200})
  void no_line_is_longer_than_asked_for(int columns) {
    for (long seed = 0; seed < 20; seed++) {
      Trace trace = Trace.of(ModelTraces.draw(seed, 150));
      for (Axis axis : Axis.values()) {
        for (Rows rows : Rows.values()) {
          String picture = Gantt.of(trace).along(axis).with(rows).columns(columns).draw();
          assertThat(picture.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(columns + 1));
        }
      }
    }
  }

  @Test
  void each_poll_of_a_small_trace_is_seen() {
    String picture = Gantt.of(story).along(Axis.TICKS).columns(60).inAscii().draw();
    assertThat(picture.lines().skip(1).limit(3).flatMapToInt(String::chars).filter(c -> c == '#'))
        .hasSize(5 + 1 + 1 + 1 + 1 + 1 + 1 + 1);
  }

  @Test
  void what_is_empty_or_cut_off_is_drawn_too() {
    assertThat(Gantt.of(Trace.of(List.of())).draw()).isNotBlank();
    Trace cut =
        Trace.of(
            1_234,
            new EventLog()
                .ends(ONE, 0, PollResult.PENDING)
                .woken(ONE, new Cause.Timer(), 0)
                .begins(ONE, 0)
                .events());
    assertThat(Gantt.of(cut).draw()).contains("1,234 events before this were dropped");
    assertThat(Gantt.of(cut).with(Rows.WORKERS).draw()).contains("worker 0");
  }

  @Test
  void many_tasks_are_cut_off_and_counted() {
    EventLog log = new EventLog();
    for (int i = 1; i <= 50; i++) {
      log.spawned(new TaskId(i, "x".repeat(99)), Event.NO_WORKER);
    }
    String picture = Gantt.of(log.trace()).draw();
    assertThat(picture).contains("and 10 tasks more").contains("task 40 'xxxxxxxx…");
  }

  @Test
  void a_picture_too_narrow_is_refused() {
    assertThatThrownBy(() -> Gantt.of(story).columns(39))
        .hasMessage("a picture needs at least 40 columns, and this is 39");
  }
}
