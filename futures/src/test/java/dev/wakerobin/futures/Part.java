package dev.wakerobin.futures;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// What a future or a stream of a test does.
///
/// @param waits how often a future is pending before its end; how many items a stream gives
/// @param atHand whether a stream has its items at hand, without any waiting
/// @param rings when it is rung after each pending
/// @param end how it ends
/// @param throwsFromCancel whether it misbehaves when it is cancelled
record Part(int waits, boolean atHand, Rings rings, End end, boolean throwsFromCancel) {

  enum Rings {
    WHILE_POLLED,
    FROM_ANOTHER_THREAD,
    LATER
  }

  enum End {
    WELL,
    THROWS,
    NEVER
  }

  static Arbitrary<Part> any() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(true, false),
            Arbitraries.of(Rings.class),
            Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(End.WELL)),
                Tuple.of(1, Arbitraries.just(End.THROWS)),
                Tuple.of(1, Arbitraries.just(End.NEVER))),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(Part::new);
  }
}
