package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.TaskState.Woken;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The state machine of a task against a plain table. What several threads do to it at once is in
/// `TaskStateRaceTest`.
class TaskStateProperties {

  enum Verb {
    RING,
    START_POLLING,
    PAUSE,
    PAUSE_AGAIN,
    FINISH,
    CLAIM
  }

  enum Model {
    QUEUED("queued"),
    POLLING("being polled"),
    POLLING_WOKEN("being polled"),
    IDLE("waiting to be woken"),
    CLAIMED("being cancelled"),
    DONE("done");

    final String described;

    Model(String described) {
      this.described = described;
    }
  }

  /// What a verb answers, and the state it leads to.
  record Row(String answer, Model next) {}

  /// The whole table; nothing where the verb is not allowed.
  static Optional<Row> row(Model from, Verb verb) {
    return switch (verb) {
      case RING ->
          switch (from) {
            case IDLE -> to("HAND_OVER", Model.QUEUED);
            case POLLING -> to("NOTED", Model.POLLING_WOKEN);
            case QUEUED, POLLING_WOKEN, CLAIMED, DONE -> to("NOTHING", from);
          };
      case START_POLLING -> from == Model.QUEUED ? to("true", Model.POLLING) : to("false", from);
      case PAUSE ->
          switch (from) {
            case POLLING -> to("false", Model.IDLE);
            case POLLING_WOKEN -> to("true", Model.QUEUED);
            case QUEUED, IDLE, CLAIMED, DONE -> Optional.empty();
          };
      case PAUSE_AGAIN ->
          switch (from) {
            case POLLING, POLLING_WOKEN -> to("true", Model.QUEUED);
            case QUEUED, IDLE, CLAIMED, DONE -> Optional.empty();
          };
      case FINISH ->
          switch (from) {
            case POLLING, POLLING_WOKEN, CLAIMED -> to("", Model.DONE);
            case QUEUED, IDLE, DONE -> Optional.empty();
          };
      case CLAIM ->
          switch (from) {
            case QUEUED, IDLE -> to("true", Model.CLAIMED);
            case POLLING, POLLING_WOKEN, CLAIMED, DONE -> to("false", from);
          };
    };
  }

  private static Optional<Row> to(String answer, Model next) {
    return Optional.of(new Row(answer, next));
  }

  private static String act(TaskState state, Verb verb) {
    return switch (verb) {
      case RING -> state.ring().toString();
      case START_POLLING -> String.valueOf(state.startPolling());
      case PAUSE -> String.valueOf(state.pause(false));
      case PAUSE_AGAIN -> String.valueOf(state.pause(true));
      case FINISH -> {
        state.finish();
        yield "";
      }
      case CLAIM -> String.valueOf(state.claim());
    };
  }

  @Property
  void any_sequence_of_verbs_goes_as_the_table_says(@ForAll @Size(max = 40) List<Verb> verbs) {
    TaskState state = new Bare();
    Model model = Model.QUEUED;
    for (Verb verb : verbs) {
      Optional<Row> row = row(model, verb);
      if (row.isPresent()) {
        assertThat(act(state, verb)).as("%s when %s", verb, model).isEqualTo(row.get().answer());
        model = row.get().next();
        assertThatItIs(state, model);
      }
    }
  }

  @Property
  void a_task_is_in_a_queue_at_most_once_and_leaves_it_by_being_polled_or_claimed(
      @ForAll @Size(max = 60) List<Verb> verbs) {
    TaskState state = new Bare();
    Model model = Model.QUEUED;
    int handedOver = 1; // Being born is being handed over.
    for (Verb verb : verbs) {
      Optional<Row> row = row(model, verb);
      if (row.isEmpty()) {
        continue;
      }
      String answer = act(state, verb);
      boolean paused = verb == Verb.PAUSE || verb == Verb.PAUSE_AGAIN;
      if (answer.equals("HAND_OVER") || (paused && answer.equals("true"))) {
        handedOver++;
      } else if (verb == Verb.START_POLLING && answer.equals("true")) {
        handedOver--;
      } else if (verb == Verb.CLAIM && model == Model.QUEUED) {
        handedOver--;
      }
      model = row.get().next();
      assertThat(handedOver).isEqualTo(model == Model.QUEUED ? 1 : 0);
    }
  }

  /// The sequential half of "a wake is followed by a poll".
  @Property
  void however_it_was_rung_a_task_that_has_not_ended_can_be_polled_again(
      @ForAll @Size(max = 40) List<Verb> verbs) {
    TaskState state = new Bare();
    Model model = Model.QUEUED;
    for (Verb verb : verbs) {
      Optional<Row> row = row(model, verb);
      if (row.isPresent() && verb != Verb.CLAIM && verb != Verb.FINISH) {
        act(state, verb);
        model = row.get().next();
      }
    }
    Woken woken = state.ring();
    if (model == Model.POLLING || model == Model.POLLING_WOKEN) {
      assertThat(state.pause(false)).as("handed over again, after %s", woken).isTrue();
    }
    assertThat(state.startPolling()).isTrue();
  }

  /// Each cell of the table by name: a reader may look up here what he does not want to work out.
  @ParameterizedTest(name = "{0} {1}: {2}, then {3}")
  @CsvSource(
      textBlock =
          """
          QUEUED,        RING,          NOTHING,   QUEUED
          POLLING,       RING,          NOTED,     POLLING_WOKEN
          POLLING_WOKEN, RING,          NOTHING,   POLLING_WOKEN
          IDLE,          RING,          HAND_OVER, QUEUED
          CLAIMED,       RING,          NOTHING,   CLAIMED
          DONE,          RING,          NOTHING,   DONE
          QUEUED,        START_POLLING, true,      POLLING
          POLLING,       START_POLLING, false,     POLLING
          POLLING_WOKEN, START_POLLING, false,     POLLING_WOKEN
          IDLE,          START_POLLING, false,     IDLE
          CLAIMED,       START_POLLING, false,     CLAIMED
          DONE,          START_POLLING, false,     DONE
          POLLING,       PAUSE,         false,     IDLE
          POLLING_WOKEN, PAUSE,         true,      QUEUED
          POLLING,       PAUSE_AGAIN,   true,      QUEUED
          POLLING_WOKEN, PAUSE_AGAIN,   true,      QUEUED
          POLLING,       FINISH,        '',        DONE
          POLLING_WOKEN, FINISH,        '',        DONE
          CLAIMED,       FINISH,        '',        DONE
          QUEUED,        CLAIM,         true,      CLAIMED
          IDLE,          CLAIM,         true,      CLAIMED
          POLLING,       CLAIM,         false,     POLLING
          POLLING_WOKEN, CLAIM,         false,     POLLING_WOKEN
          CLAIMED,       CLAIM,         false,     CLAIMED
          DONE,          CLAIM,         false,     DONE
          """)
  void each_transition(Model from, Verb verb, String answer, Model next) {
    TaskState state = in(from);
    assertThat(act(state, verb)).isEqualTo(answer);
    assertThatItIs(state, next);
    if (next == Model.POLLING || next == Model.POLLING_WOKEN) {
      assertThat(state.pause(false)).as("woken meanwhile").isEqualTo(next == Model.POLLING_WOKEN);
    }
    assertThat(row(from, verb)).hasValue(new Row(answer, next));
  }

  /// One that is in that state.
  private static TaskState in(Model wanted) {
    TaskState state = new Bare();
    switch (wanted) {
      case QUEUED -> {}
      case POLLING -> act(state, Verb.START_POLLING);
      case POLLING_WOKEN -> List.of(Verb.START_POLLING, Verb.RING).forEach(v -> act(state, v));
      case IDLE -> List.of(Verb.START_POLLING, Verb.PAUSE).forEach(v -> act(state, v));
      case CLAIMED -> act(state, Verb.CLAIM);
      case DONE -> List.of(Verb.START_POLLING, Verb.FINISH).forEach(v -> act(state, v));
    }
    return state;
  }

  private static void assertThatItIs(TaskState state, Model model) {
    assertThat(state.describeState()).isEqualTo(model.described);
    assertThat(state.isDone()).isEqualTo(model == Model.DONE);
    assertThat(state.isPolling()).isEqualTo(model == Model.POLLING || model == Model.POLLING_WOKEN);
  }

  /// The machine without a task around it.
  static final class Bare extends TaskState {}
}
