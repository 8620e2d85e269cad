package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.TaskState.Woken;
import dev.wakerobin.runtime.TaskStateProperties.Bare;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What several threads do to one task's state at once.
class TaskStateRaceTest {
  private static final int ROUNDS = 20_000;
  private static final int PUBLISHING_ROUNDS = 100_000;
  private static final int RELAY_ROUNDS = 3_000;

  @Test
  void either_the_one_who_runs_it_or_the_one_who_claims_it_has_it() {
    TaskState[] states = states();
    boolean[] ran = new boolean[ROUNDS];
    boolean[] claimed = new boolean[ROUNDS];
    int[] count = new int[2];
    Race.of(
        ROUNDS,
        round -> ran[round] = states[round].startPolling(),
        round -> claimed[round] = states[round].claim(),
        round -> {
          check(ran[round] != claimed[round], "one of the two has it");
          count[ran[round] ? 0 : 1]++;
        });
    assertThat(count[0]).as("how often it was run").isPositive();
    assertThat(count[1]).as("how often it was claimed").isPositive();
  }

  @Test
  void of_two_who_claim_it_one_has_it() {
    TaskState[] states = states();
    boolean[] one = new boolean[ROUNDS];
    boolean[] other = new boolean[ROUNDS];
    Race.of(
        ROUNDS,
        round -> one[round] = states[round].claim(),
        round -> other[round] = states[round].claim(),
        round -> check(one[round] != other[round], "one of the two has it"));
    assertThat(one).contains(true, false);
  }

  @Test
  void a_wake_that_races_with_the_pause_leads_to_one_hand_over_by_one_of_the_two() {
    TaskState[] states = states();
    Stream.of(states).forEach(TaskState::startPolling);
    Woken[] woken = new Woken[ROUNDS];
    boolean[] wokenMeanwhile = new boolean[ROUNDS];
    Map<Woken, Integer> outcomes = new EnumMap<>(Woken.class);
    Race.of(
        ROUNDS,
        round -> woken[round] = states[round].ring(),
        round -> wokenMeanwhile[round] = states[round].pause(false),
        round -> {
          Woken expected = wokenMeanwhile[round] ? Woken.NOTED : Woken.HAND_OVER;
          check(woken[round] == expected, "one of the two hands it over");
          check(states[round].startPolling(), "it is to be polled");
          outcomes.merge(woken[round], 1, Integer::sum);
        });
    assertThat(outcomes).containsOnlyKeys(Woken.NOTED, Woken.HAND_OVER);
  }

  /// One thread wakes the task and polls it; the other one writes a plain field and wakes it too.
  /// Where that second wake changes nothing, the poll that was due anyway has to see the field.
  @Test
  void a_wake_that_finds_the_task_woken_already_still_publishes_what_was_written_before_it() {
    TaskState state = new Bare();
    state.startPolling();
    state.pause(false);
    int[] payload = new int[1]; // Plain.
    int[] seen = new int[1];
    Map<Woken, Integer> outcomes = new EnumMap<>(Woken.class);
    Woken[] answer = new Woken[1];
    Race.of(
        PUBLISHING_ROUNDS,
        round -> {
          payload[0] = round;
          answer[0] = state.ring();
        },
        round -> {
          state.ring();
          for (int i = round % 64; i > 0; i--) {
            Thread.onSpinWait(); // Queued for a while, as tasks are.
          }
          pollOnce(state, payload, seen);
        },
        round -> {
          pollOnce(state, payload, seen); // If the other one rang when the poll was over.
          outcomes.merge(answer[0], 1, Integer::sum);
          check(seen[0] == round, "the last poll has seen what was written");
        });
    assertThat(outcomes).containsKeys(Woken.NOTHING, Woken.HAND_OVER);
  }

  private static void pollOnce(TaskState state, int[] payload, int[] seen) {
    if (state.startPolling()) {
      do {
        seen[0] = payload[0];
      } while (state.pause(false) && state.startPolling());
    }
  }

  /// Two threads ring, each with a plain field of its own, and go on only when a poll has seen it:
  /// nobody rings again for a wake that got lost. The polls wander between two threads, as they do
  /// from worker to worker.
  @Test
  void no_wake_is_lost_whoever_polls() {
    Relay relay = new Relay();
    Thread first = start("ringer 1", () -> relay.ringOften(0));
    Thread second = start("ringer 2", () -> relay.ringOften(1));
    Thread helper = start("second poller", relay::pollUntilOver);
    relay.pollUntilOver();
    Stream.of(first, second, helper).forEach(Patience::awaitEnd);
    assertThat(relay.rounds[0]).hasValue(RELAY_ROUNDS);
    assertThat(relay.rounds[1]).hasValue(RELAY_ROUNDS);
    assertThat(relay.pollsAtOnce).hasValue(0);
  }

  /// A task that is rung and polled, with nothing around it but who has to poll it next.
  private static final class Relay {
    final TaskState state = new Bare();
    final AtomicBoolean handedOver = new AtomicBoolean(true);
    final int[] written = new int[64]; // Plain: each ringer writes one, and polls read both.
    final AtomicInteger[] rounds = {new AtomicInteger(), new AtomicInteger()};
    final AtomicInteger polling = new AtomicInteger();
    final AtomicInteger pollsAtOnce = new AtomicInteger();

    void ringOften(int ringer) {
      SplittableRandom random = new SplittableRandom(ringer);
      for (int round = 1; round <= RELAY_ROUNDS; round++) {
        int mine = round;
        written[32 * ringer] = mine;
        if (state.ring() == Woken.HAND_OVER) {
          handOver();
        }
        Patience.await("a poll to see round " + mine, () -> rounds[ringer].get() == mine);
        spin(random);
      }
    }

    void handOver() {
      check(!handedOver.getAndSet(true), "it is handed over once");
    }

    void pollUntilOver() {
      SplittableRandom random = new SplittableRandom(7);
      while (!isOver()) {
        Patience.await("something to poll", () -> handedOver.get() || isOver());
        if (handedOver.compareAndSet(true, false)) {
          check(state.startPolling(), "what was handed over can be polled");
          pollsAtOnce.addAndGet(polling.getAndIncrement());
          rounds[0].set(written[0]);
          rounds[1].set(written[32]);
          spin(random); // A ring that comes now must lead to another poll.
          polling.getAndDecrement();
          if (state.pause(false)) {
            handOver();
          }
        }
      }
    }

    boolean isOver() {
      return rounds[0].get() == RELAY_ROUNDS && rounds[1].get() == RELAY_ROUNDS;
    }

    private static void spin(SplittableRandom random) {
      for (int i = random.nextInt(30); i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }

  /// AssertJ is too slow for a million times.
  private static void check(boolean isSo, String what) {
    if (!isSo) {
      throw new AssertionError("not so: " + what);
    }
  }

  private static TaskState[] states() {
    return Stream.generate(Bare::new).limit(ROUNDS).toArray(TaskState[]::new);
  }

  private static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).start(work);
  }
}
