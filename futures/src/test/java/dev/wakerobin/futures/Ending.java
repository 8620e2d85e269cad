package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// How a [Play] came out.
sealed interface Ending<T> {

  List<? extends Performer> cast();

  record Ready<T>(List<? extends Performer> cast, T value) implements Ending<T> {}

  record Threw<T>(List<? extends Performer> cast, Throwable failure) implements Ending<T> {}

  record Cancelled<T>(List<? extends Performer> cast) implements Ending<T> {}

  /// Nobody waits for a ring, and it does not go on.
  record Stuck<T>(List<? extends Performer> cast) implements Ending<T> {}

  /// What holds for whatever is made of futures and streams, each with a waker of its own.
  default void obeysTheRules() {
    isGentle();
    for (Performer performer : cast()) {
      assertThat(performer.polls)
          .as("polls of %s, who was rung %s times", performer.name, performer.rings)
          .isLessThanOrEqualTo(performer.rings + 1);
    }
  }

  /// What holds for whatever is made of futures and streams.
  default void isGentle() {
    for (Performer performer : cast()) {
      assertThat(performer.broken).isEmpty();
      if (!(this instanceof Stuck)) {
        assertThat(performer.cancels)
            .as(
                "cancels of %s, who has %s",
                performer.name, performer.ended ? "ended" : "not ended")
            .isEqualTo(performer.ended ? 0 : 1);
      }
    }
  }

  /// Who has ended, by being ready, at an end, or by throwing.
  default List<Integer> ended() {
    return cast().stream()
        .filter(performer -> performer.ended)
        .map(performer -> performer.name)
        .toList();
  }

  /// It can only be that it does not go on because somebody is never ready.
  static void isNeverReady(Play play) {
    assertThat(play.parts()).anyMatch(part -> part.end() == Part.End.NEVER);
  }
}
