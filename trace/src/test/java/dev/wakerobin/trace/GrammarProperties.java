package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.trace.Fault.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class GrammarProperties {
  private static final TaskId ONE = new TaskId(1, "one");
  private static final TaskId TWO = new TaskId(2, "");
  private static final Set<Rule> LAWS =
      Set.of(Rule.LIFE_OF_A_TASK, Rule.POLL_HAS_A_WAKE, Rule.SHIFT_OF_A_WORKER);
  private static final Cause TIMER = new Cause.Timer();

  @Property(tries = 300)
  void what_the_model_does_is_allowed_and_so_is_each_beginning_of_it(
      @ForAll long seed, @ForAll @IntRange(max = 120) int steps) {
    List<Event> events = ModelTraces.draw(seed, steps);
    assertThat(Trace.of(events).faults()).isEmpty();
    assertThat(Words.allow(events)).isTrue();
    int cut = (int) Math.floorMod(seed, events.size() + 1L);
    assertThat(Trace.of(events.subList(0, cut)).faults()).isEmpty();
  }

  @Property(tries = 300)
  void so_is_each_end_of_it_if_it_is_known_that_the_beginning_was_dropped(
      @ForAll long seed, @ForAll @IntRange(max = 120) int steps) {
    List<Event> events = ModelTraces.draw(seed, steps);
    int cut = (int) Math.floorMod(seed, events.size() + 1L);
    assertThat(Trace.of(cut, events.subList(cut, events.size())).faults()).isEmpty();
  }

  @Property(tries = 1000)
  void a_dropped_doubled_or_swapped_event_is_found_exactly_if_it_breaks_a_word(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int steps, @ForAll Mutation how) {
    List<Event> events = ModelTraces.draw(seed, steps);
    int place = (int) Math.floorMod(seed, events.size() - 1L);
    List<Event> mutated = how.applied(events, place);
    boolean broken = !Words.allow(mutated);
    Statistics.collect(how, broken);
    List<Fault> laws =
        Trace.of(mutated).faults().stream().filter(f -> LAWS.contains(f.rule())).toList();
    assertThat(laws.isEmpty()).as("%s of %s", how, events.get(place)).isEqualTo(!broken);
    if (broken) {
      assertThat(laws.getFirst().tick()).isGreaterThanOrEqualTo(place);
    }
  }

  enum Mutation {
    DROP {
      @Override
      List<Event> applied(List<Event> events, int place) {
        List<Event> mutated = new ArrayList<>(events);
        mutated.remove(place);
        return mutated;
      }
    },
    DOUBLE {
      @Override
      List<Event> applied(List<Event> events, int place) {
        List<Event> mutated = new ArrayList<>(events);
        mutated.add(place, events.get(place));
        return mutated;
      }
    },
    SWAP {
      @Override
      List<Event> applied(List<Event> events, int place) {
        List<Event> mutated = new ArrayList<>(events);
        Collections.swap(mutated, place, place + 1);
        return mutated;
      }
    };

    abstract List<Event> applied(List<Event> events, int place);
  }

  @Example
  void a_message_says_where_what_was_found_and_what_could_have_come() {
    Trace trace =
        new EventLog()
            .started(0)
            .spawned(ONE, 0)
            .woken(ONE, new Cause.Spawn(), 0)
            .begins(ONE, 0)
            .ends(ONE, 0, PollResult.PENDING)
            .begins(ONE, 0)
            .trace();
    assertThat(trace.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "tick 5 (T4 a poll has a wake): task 1 'one' is asleep: nobody has woken it since its last"
                + " poll began; expected woken or cancelled; found a poll of task 1 'one' beginning"
                + " on worker 0");
    assertThatThrownBy(trace::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the trace breaks the grammar at tick 5 (T4");
  }

  @Example
  void a_poll_ends_where_it_began_and_a_worker_ends_its_own_poll() {
    EventLog log = bothSpawned();
    log.begins(ONE, 0).begins(TWO, 1).ends(ONE, 1, PollResult.READY).ends(TWO, 0, PollResult.READY);
    assertThat(log.trace().faults())
        .extracting(Fault::rule)
        .containsExactly(
            Rule.POLL_STAYS, Rule.ONE_POLL_AT_A_TIME, Rule.POLL_STAYS, Rule.ONE_POLL_AT_A_TIME);
  }

  @Example
  void a_poll_within_a_poll_is_found() {
    EventLog log = bothSpawned();
    log.begins(ONE, 0).begins(TWO, 0);
    assertThat(log.trace().faults())
        .extracting(Fault::rule)
        .containsExactly(Rule.SHIFT_OF_A_WORKER);
  }

  @Example
  void who_rings_or_spawns_has_been_spawned() {
    Trace trace =
        new EventLog()
            .spawned(ONE, TWO, Event.NO_WORKER)
            .woken(ONE, new Cause.Task(new TaskId(9, "")), Event.NO_WORKER)
            .trace();
    assertThat(trace.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "tick 0 (T3 who rings exists): task 2 acts here and was not spawned",
            "tick 1 (T3 who rings exists): task 9 acts here and was not spawned");
  }

  @Example
  void a_steal_takes_something_from_somebody_else() {
    Trace trace = new EventLog().started(0).stole(0, 0, 1).stole(0, 1, 0).stole(0, 1, 1).trace();
    assertThat(trace.faults())
        .extracting(Fault::rule)
        .containsExactly(Rule.STEAL_MAKES_SENSE, Rule.STEAL_MAKES_SENSE);
  }

  @Example
  void time_does_not_go_back_on_a_worker() {
    Trace trace =
        Trace.of(List.of(new Event.WorkerStarted(5, 0, "w"), new Event.WorkerStopped(4, 0)));
    assertThat(trace.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "tick 1 (W4 time goes on): on worker 0 it was 5 ns already; found worker 0 stopping");
  }

  @Example
  void what_is_cancelled_may_ring_its_own_bell_meanwhile_but_not_be_polled_after_that() {
    EventLog log = bothSpawned().woken(ONE, TIMER, 0);
    assertThat(log.trace().faults()).isEmpty();
    assertThat(Trace.of(log.cancelled(ONE, 0).events()).faults()).isEmpty();
    assertThat(bothSpawned().woken(ONE, TIMER, 0).begins(ONE, 0).trace().faults()).hasSize(1);
  }

  @Example
  void a_task_with_two_names_is_no_trace_of_one_runtime() {
    EventLog log = new EventLog().spawned(ONE, 0).begins(new TaskId(1, "uno"), 0);
    assertThatThrownBy(log::trace)
        .hasMessage("task 1 has two names, 'one' and 'uno': are these the events of one runtime?");
  }

  private static EventLog bothSpawned() {
    return new EventLog()
        .started(0)
        .started(1)
        .spawned(ONE, 0)
        .woken(ONE, new Cause.Spawn(), 0)
        .spawned(TWO, 0)
        .woken(TWO, new Cause.Spawn(), 0);
  }
}
