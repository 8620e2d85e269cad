package dev.wakerobin.scheduler.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Rule S12: same program and same seed, same trace to the event and the nanosecond.
class DeterminismProperties {

  @Property(tries = 200)
  void the_same_seed_gives_the_same_trace(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> script,
      @ForAll("orders") Order order,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll long seed)
      throws InterruptedException {
    Lab lab = Lab.provider().order(order).workers(workers);

    assertThat(trace(lab, seed, script)).isEqualTo(trace(lab, seed, script));
  }

  @Property(tries = 200)
  void the_choices_that_were_recorded_make_the_same_run_again(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> script,
      @ForAll("orders") Order order,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll long seed)
      throws InterruptedException {
    List<Integer> choices = new ArrayList<>();
    Lab lab = Lab.provider().order(order).workers(workers);

    List<Event> recorded = trace(lab.recordingInto(choices::add), seed, script);
    List<Event> again = trace(Lab.provider().workers(workers).choosing(choices), 0, script);

    assertThat(again).isEqualTo(recorded);
  }

  @Provide
  Arbitrary<Order> orders() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Order.Fifo()),
        Arbitraries.just(new Order.AtRandom()),
        Arbitraries.integers().between(1, 5).map(depth -> new Order.ByPriority(depth, 50)),
        Arbitraries.integers().between(0, 9).list().ofMaxSize(30).map(Order.Listed::new));
  }

  private static List<Event> trace(Lab lab, long seed, List<Integer> script)
      throws InterruptedException {
    List<Event> events = new ArrayList<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(lab).seed(seed).instrument(events::add).build()) {
      runtime.spawn(new Script(script));
      runtime.blockOn(new Script(script.reversed()));
    }
    return events;
  }
}
