package dev.wakerobin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  @Test
  void without_words_everything_is_measured_in_three_rounds() throws Exception {
    Request request = Request.of(List.of());
    assertThat(request.workloads()).containsExactly(Workload.values());
    assertThat(request.rounds()).isEqualTo(3);
    assertThat(request.quick()).isFalse();
  }

  @Test
  void a_quick_run_has_the_six_workloads_that_tell_most() throws Exception {
    assertThat(Request.of(List.of("--quick")).workloads())
        .extracting(Workload::word)
        .containsExactly(
            "spawn_local", "spawn_remote", "ping_pong", "yield_many", "join_all", "mpsc_from_1");
  }

  @Test
  void workloads_are_measured_once_and_in_the_order_of_the_table() throws Exception {
    Request request = Request.of(List.of("join_all", "--rounds", "5", "chained", "join_all"));
    assertThat(request.workloads()).containsExactly(Workload.CHAINED, Workload.JOIN_ALL);
    assertThat(request.rounds()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nope            | no workload 'nope'
          SPAWN_LOCAL     | no workload 'SPAWN_LOCAL'
          --fast          | no option '--fast'
          --rounds        | --rounds needs a number
          --rounds 0      | '0' is not a number of rounds
          --rounds=many   | 'many' is not a number of rounds
          --rounds -1     | '-1' is not a number of rounds
          --quick parked  | timers and parked take too long for --quick, and a JVM of their own
          """)
  void nonsense_gets_three_lines(String words, String firstLine) {
    assertThatThrownBy(() -> Request.of(Arrays.asList(words.split(" ", -1))))
        .isInstanceOf(Request.Complaint.class)
        .satisfies(
            thrown ->
                assertThat(String.valueOf(thrown.getMessage()).lines())
                    .hasSize(3)
                    .startsWith(firstLine)
                    .endsWith("try: ./wakerobin bench --help"));
  }

  @Test
  void who_names_an_unknown_workload_is_told_which_there_are() {
    assertThatThrownBy(() -> Request.of(List.of("nope")))
        .hasMessageContaining("workloads: spawn_local, spawn_worker, spawn_remote, chained");
  }

  @Test
  void the_help_names_every_workload() {
    assertThat(Request.HELP)
        .contains(Arrays.stream(Workload.values()).map(Workload::word).toList());
  }
}
