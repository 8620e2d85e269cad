package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.PollRecorder;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.spi.Recording;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayTest {

  @Property(tries = 100)
  void a_recorded_run_is_repeated_poll_for_poll(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> script, @ForAll long seed)
      throws InterruptedException {
    Recording recorded = record(Lab.provider(), script, seed);

    assertThat(record(Lab.provider().replaying(recorded), script, 0)).isEqualTo(recorded);
  }

  @Property
  void a_recording_is_read_as_it_was_written(
      @ForAll List<@Size(min = 1, max = 4) List<@IntRange(min = 1) Integer>> paths) {
    Recording recording =
        new Recording(
            paths.stream()
                .map(path -> String.join(".", path.stream().map(String::valueOf).toList()))
                .toList());

    assertThat(Recording.parse(recording.text())).isEqualTo(recording);
  }

  @Test
  void a_text_that_is_no_recording_is_refused_with_the_line() {
    assertThatThrownBy(() -> Recording.parse("wakerobin recording 1\n1\n1..2\n"))
        .hasMessageContaining("line 3: '1..2' names no task");
    assertThatThrownBy(() -> Recording.parse("")).hasMessageContaining("line 1: expected");
    assertThatThrownBy(() -> Recording.parse("wakerobin recording 1\n1\n1.2"))
        .hasMessageContaining("line 3: the last line is not ended");
  }

  @Test
  void a_task_that_was_never_spawned_is_named_with_those_that_could_run() {
    assertThatThrownBy(() -> replay("1", "1.1"))
        .isInstanceOf(DisagreementException.class)
        .hasMessage(
            "program and recording disagree at choice 2 of 2: the recording polls 1.1, which was"
                + " never spawned. Runnable: 1 (task 1)");
  }

  @Test
  void a_run_that_is_longer_than_its_recording_is_stopped_there() {
    assertThatThrownBy(() -> replay("1"))
        .hasMessage("the recording ends after choice 1, and the run goes on. Runnable: 1 (task 1)");
  }

  private static void replay(String... polls) throws InterruptedException {
    Lab lab = Lab.provider().replaying(new Recording(List.of(polls)));
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(lab).build()) {
      assertThat(runtime.blockOn(Tasks.yieldNow())).isEqualTo(Unit.UNIT);
    }
  }

  private static Recording record(Lab lab, List<Integer> script, long seed)
      throws InterruptedException {
    PollRecorder recorder = new PollRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(lab).seed(seed).instrument(recorder).build()) {
      runtime.spawn(new Script(script));
      runtime.blockOn(new Script(script.reversed()));
      return recorder.recording();
    }
  }
}
