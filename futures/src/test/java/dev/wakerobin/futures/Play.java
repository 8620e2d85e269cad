package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// A future made of [actors][Actor], polled by hand: only when it was rung, as a runtime would do.
///
/// @param parts what the actors do
/// @param cues whom to ring next, among those who wait for it; a negative one cancels the whole
record Play(List<Part> parts, List<Integer> cues) {

  static Arbitrary<Play> any(int fewest, int most) {
    Arbitrary<Part> part =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(Part.Rings.class),
                Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.just(Part.End.READY)),
                    Tuple.of(1, Arbitraries.just(Part.End.THROWS)),
                    Tuple.of(1, Arbitraries.just(Part.End.NEVER))),
                Arbitraries.frequencyOf(
                    Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
            .as(Part::new);
    Arbitrary<Integer> cue = Arbitraries.integers().between(-1, 40);
    return Combinators.combine(
            part.list().ofMinSize(fewest).ofMaxSize(most), cue.list().ofMaxSize(60))
        .as(Play::new);
  }

  /// Plays it to its end, or until everybody has been rung that waits for it and nothing goes on.
  <T> Ending<T> of(Function<List<Actor>, Future<T>> combinator) {
    List<Actor> cast =
        IntStream.range(0, parts.size()).mapToObj(i -> new Actor(i, parts.get(i))).toList();
    return new Run<>(cast, combinator.apply(cast)).play(cues);
  }

  /// One performance.
  private static final class Run<T> {
    private final List<Actor> cast;
    private final Future<T> whole;
    private final StageContext stage = new StageContext();
    private @Nullable Ending<T> ending;

    Run(List<Actor> cast, Future<T> whole) {
      this.cast = cast;
      this.whole = whole;
    }

    Ending<T> play(List<Integer> cues) {
      List<Integer> rest = new ArrayList<>(cues);
      while (ending == null) {
        if (stage.rung) {
          poll();
          continue;
        }
        List<Actor> waiting = cast.stream().filter(Actor::waitsForRing).toList();
        int cue = rest.isEmpty() ? 0 : rest.removeFirst();
        if (cue < 0) {
          cancel();
        } else if (waiting.isEmpty()) {
          ending = new Ending<>(cast, null, null, How.STUCK);
        } else {
          waiting.get(cue % waiting.size()).ring(Part.Rings.FROM_ANOTHER_THREAD);
          cast.get(cue % cast.size()).ringForNothing();
        }
      }
      cast.forEach(Actor::ringForNothing); // After the end it must not do any harm.
      return ending;
    }

    private void poll() {
      try {
        if (whole.poll(stage.next()) instanceof Poll.Ready<T>(T value)) {
          ending = new Ending<>(cast, value, null, How.READY);
        }
      } catch (Throwable failure) {
        ending = new Ending<>(cast, null, failure, How.THREW);
      }
    }

    private void cancel() {
      try {
        whole.cancel();
      } catch (IllegalArgumentException _) {
        // An actor threw from its cancel, and that is to be heard of.
      }
      ending = new Ending<>(cast, null, null, How.CANCELLED);
    }
  }

  enum How {
    READY,
    THREW,
    CANCELLED,
    STUCK
  }

  /// How it came out.
  record Ending<T>(List<Actor> cast, @Nullable T value, @Nullable Throwable failure, How how) {

    /// What holds for whatever futures are made of others.
    void obeysTheRules() {
      for (Actor actor : cast) {
        assertThat(actor.broken).isEmpty();
        assertThat(actor.polls).as("polls of %s", actor.name).isLessThanOrEqualTo(actor.rings + 1);
        if (how != How.STUCK) {
          assertThat(actor.cancels)
              .as(
                  "cancels of actor %s, which has %s",
                  actor.name, actor.ended ? "ended" : "not ended")
              .isEqualTo(actor.ended ? 0 : 1);
        }
      }
    }

    List<Integer> ended() {
      return cast.stream().filter(actor -> actor.ended).map(actor -> actor.name).toList();
    }
  }
}
