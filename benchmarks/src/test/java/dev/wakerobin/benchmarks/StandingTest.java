package dev.wakerobin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wakerobin.benchmarks.contenders.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void a_median_is_the_middle_of_the_rounds() {
    Row row = row(Workload.CHAINED, Contender.WAKEROBIN, 10, 900, 20);
    assertThat(row.median(Contender.WAKEROBIN, Sample::nanos)).isEqualTo(20);
    row.add(Contender.WAKEROBIN, nanos(30));
    assertThat(row.median(Contender.WAKEROBIN, Sample::nanos)).isEqualTo(25);
  }

  @Test
  void a_ratio_above_1_means_that_we_are_ahead() {
    Row row = row(Workload.CHAINED, Contender.WAKEROBIN, 10, 10);
    row.add(Contender.KOTLIN, nanos(15));
    row.add(Contender.KOTLIN, nanos(25));
    assertThat(row.ratio(Contender.KOTLIN)).isEqualTo(2);
    assertThat(row.spread(Contender.KOTLIN)).containsExactly(1.5, 2.5);
  }

  @Test
  void the_best_peer_is_the_one_that_counts() {
    Row row = row(Workload.CHAINED, Contender.WAKEROBIN, 10);
    row.add(Contender.KOTLIN, nanos(30));
    row.add(Contender.FORK_JOIN, nanos(5));
    assertThat(row.ratioToBestPeer()).contains(0.5);
  }

  @Test
  void what_is_written_by_hand_on_our_runtime_is_no_peer() {
    Row row = row(Workload.AWAIT_READY, Contender.WAKEROBIN, 10);
    row.add(Contender.BY_HAND, nanos(5));
    assertThat(row.ratioToBestPeer()).isEmpty();
  }

  @Test
  void timers_are_compared_by_the_time_of_the_processors() {
    Row row = new Row(Workload.TIMERS, Threads.MULTI);
    row.add(Contender.WAKEROBIN, new Sample(1_000, 10, 0, 0));
    row.add(Contender.KOTLIN, new Sample(1_000, 30, 0, 0));
    assertThat(row.ratio(Contender.KOTLIN)).isEqualTo(3);
  }

  @Test
  void the_standing_is_one_line() {
    Row ahead = row(Workload.CHAINED, Contender.WAKEROBIN, 10);
    ahead.add(Contender.KOTLIN, nanos(40));
    Row behind = row(Workload.JOIN_ALL, Contender.WAKEROBIN, 10);
    behind.add(Contender.FORK_JOIN, nanos(5));
    Row alone = row(Workload.PING_PONG, Contender.WAKEROBIN, 10);
    Standing standing = Standing.of(List.of(ahead, behind, alone));
    assertThat(standing.geometricMean()).isEqualTo(Math.sqrt(2), within(1e-9));
    assertThat(standing)
        .hasToString("ahead of every peer on 1 of 2 workloads; geometric mean vs best peer 1.41");
  }

  @Test
  void every_workload_has_a_version_of_ours_and_of_a_peer() {
    assertThat(Workload.values())
        .allMatch(workload -> Contender.WAKEROBIN.runsIn(workload, Threads.SINGLE))
        .allMatch(workload -> Contender.WAKEROBIN.runsIn(workload, Threads.MULTI))
        .allMatch(workload -> Contender.KOTLIN.runsIn(workload, Threads.MULTI));
  }

  private static Row row(Workload workload, Contender contender, double... nanos) {
    Row row = new Row(workload, Threads.MULTI);
    for (double each : nanos) {
      row.add(contender, nanos(each));
    }
    return row;
  }

  private static Sample nanos(double nanos) {
    return new Sample(nanos, nanos, 0, Sample.UNKNOWN);
  }
}
