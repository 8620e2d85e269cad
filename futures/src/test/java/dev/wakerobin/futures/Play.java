package dev.wakerobin.futures;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// A future made of performers, polled by hand: only when it was rung, as a runtime would do.
///
/// @param parts what the performers do
/// @param cues whom to ring next, among those who wait for it; a negative one cancels the whole
record Play(List<Part> parts, List<Integer> cues) {

  static Arbitrary<Play> any(int fewest, int most) {
    Arbitrary<Integer> cue = Arbitraries.integers().between(-1, 40);
    return Combinators.combine(
            Part.any().list().ofMinSize(fewest).ofMaxSize(most), cue.list().ofMaxSize(60))
        .as(Play::new);
  }

  /// Plays a future that is made of futures.
  <T> Ending<T> of(Function<List<Actor>, Future<T>> combinator) {
    return play(Actor::new, combinator);
  }

  /// Plays a future that is made of streams.
  <T> Ending<T> ofRivers(Function<List<River>, Future<T>> combinator) {
    return play(River::new, combinator);
  }

  private <P extends Performer, T> Ending<T> play(
      BiFunction<Integer, Part, P> role, Function<List<P>, Future<T>> combinator) {
    List<P> cast =
        IntStream.range(0, parts.size()).mapToObj(i -> role.apply(i, parts.get(i))).toList();
    Ending<T> ending = perform(cast, combinator.apply(cast));
    cast.forEach(Performer::ringForNothing); // After the end it must not do any harm.
    return ending;
  }

  private <T> Ending<T> perform(List<? extends Performer> cast, Future<T> whole) {
    StageContext stage = new StageContext();
    Deque<Integer> rest = new ArrayDeque<>(cues);
    while (true) {
      if (stage.rung) {
        try {
          if (whole.poll(stage.next()) instanceof Poll.Ready<T>(T value)) {
            return new Ending.Ready<>(cast, value);
          }
        } catch (Throwable failure) {
          return new Ending.Threw<>(cast, failure);
        }
        continue;
      }
      List<? extends Performer> waiting = cast.stream().filter(Performer::waitsForRing).toList();
      int cue = rest.isEmpty() ? 0 : rest.remove();
      if (cue < 0) {
        return cancel(cast, whole);
      }
      if (waiting.isEmpty()) {
        return new Ending.Stuck<>(cast);
      }
      waiting.get(cue % waiting.size()).ring(Part.Rings.FROM_ANOTHER_THREAD);
      cast.get(cue % cast.size()).ringForNothing();
    }
  }

  private static <T> Ending<T> cancel(List<? extends Performer> cast, Future<T> whole) {
    try {
      whole.cancel();
    } catch (IllegalArgumentException _) {
      // A performer threw from its cancel, and that is to be heard of.
    }
    return new Ending.Cancelled<>(cast);
  }
}
