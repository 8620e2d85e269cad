package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.RuntimeMetrics.Row;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.WorkerEvents;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// What is counted of sleeping and stealing, against what is told of it.
class ParksAndStealsProperties {

  /// What a thread does that is now one worker, now the other.
  enum Step {
    PARK,
    PARK_WITH_A_PERMIT,
    STEAL_ONE,
    STEAL_SEVEN,
    BE_THE_OTHER
  }

  @Property(tries = 200)
  void each_worker_counts_the_parks_and_the_stolen_tasks_that_are_told_of_it(
      @ForAll @Size(max = 50) List<Step> steps) {
    List<Event> told = new ArrayList<>();
    try (Rig rig = Rig.with(it -> it.metrics(true).parallelism(2).instrument(told::add))) {
      WorkerEvents events = rig.scheduler.context().events();
      Parker parker = rig.scheduler.context().newParker();
      int me = 0;
      events.started(me);
      for (Step step : steps) {
        switch (step) {
          case PARK -> parker.parkNanos(0);
          case PARK_WITH_A_PERMIT -> {
            parker.unpark();
            parker.park(); // Is no sleep: it takes the permit and goes on.
          }
          case STEAL_ONE -> events.stole(me, 1, 1 - me);
          case STEAL_SEVEN -> events.stole(me, 7, 1 - me);
          case BE_THE_OTHER -> {
            events.stopped(me);
            me = 1 - me;
            events.started(me);
          }
        }
      }
      events.stopped(me);
      RuntimeMetrics counted = rig.runtime.metrics();
      for (int worker = 0; worker < 2; worker++) {
        Row row = counted.workers().get(worker);
        assertThat(row.parked()).isEqualTo(parks(told, worker));
        assertThat(row.stolen()).isEqualTo(stolen(told, worker));
      }
      assertThat(parks(told, 0) + parks(told, 1))
          .isEqualTo(steps.stream().filter(s -> s == Step.PARK).count());
      assertThat(counted.elsewhere().parked()).isZero();
      assertThat(counted.elsewhere().stolen()).isZero();
    }
  }

  private static long parks(List<Event> told, int worker) {
    return told.stream().filter(it -> it instanceof Event.Parked && it.worker() == worker).count();
  }

  private static long stolen(List<Event> told, int worker) {
    return told.stream()
        .filter(it -> it.worker() == worker)
        .mapToLong(it -> it instanceof Event.Stole stole ? stole.tasks() : 0)
        .sum();
  }
}
