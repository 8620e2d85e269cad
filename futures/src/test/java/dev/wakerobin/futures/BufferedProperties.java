package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.futures.Performer.Broken;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Of streams whose items become futures, several at a time.
class BufferedProperties {

  /// What a run is looked at for.
  private static final class Watch {
    final List<Integer> made = new ArrayList<>();
    final List<Integer> ready = new ArrayList<>();
    final List<Integer> given = new ArrayList<>();
    int most;

    Actor make(Actor actor) {
      made.add(actor.name);
      most = Math.max(most, made.size() - given.size());
      return actor;
    }

    int ready(int name) {
      ready.add(name);
      return name;
    }
  }

  @Property
  void buffered_gives_the_values_in_the_order_of_the_items(
      @ForAll("plays") Play play, @ForAll @IntRange(min = 1, max = 4) int room) {
    Watch watch = new Watch();
    Ending<?> ending =
        play.of(
            cast ->
                Streams.fromIterable(cast)
                    .buffered(room, actor -> Futures.map(watch.make(actor), watch::ready))
                    .forEach(watch.given::add));
    check(play, ending, watch, room);
    assertThat(watch.given).isEqualTo(watch.made.subList(0, watch.given.size()));
  }

  @Property
  void bufferedUnordered_gives_the_values_in_the_order_in_which_they_are_ready(
      @ForAll("plays") Play play, @ForAll @IntRange(min = 1, max = 4) int room) {
    Watch watch = new Watch();
    Ending<?> ending =
        play.of(
            cast ->
                Streams.fromIterable(cast)
                    .bufferedUnordered(room, actor -> Futures.map(watch.make(actor), watch::ready))
                    .forEach(watch.given::add));
    check(play, ending, watch, room);
    assertThat(watch.given).isEqualTo(watch.ready.subList(0, watch.given.size()));
  }

  private static void check(Play play, Ending<?> ending, Watch watch, int room) {
    assertThat(watch.most).as("made and not given").isLessThanOrEqualTo(room);
    for (Performer actor : ending.cast()) {
      boolean made = watch.made.contains(actor.name);
      assertThat(actor.broken).isEmpty();
      assertThat(actor.polls).isLessThanOrEqualTo(made ? actor.rings + 1 : 0);
      if (!(ending instanceof Ending.Stuck)) {
        assertThat(actor.cancels).isEqualTo(made && !actor.ended ? 1 : 0);
      }
    }
    switch (ending) {
      case Ending.Ready<?> _ -> assertThat(watch.given).hasSize(play.parts().size());
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void a_source_that_fails_takes_the_running_ones_down(
      @ForAll("plays") Play play, @ForAll @IntRange(min = 1, max = 4) int room) {
    Watch watch = new Watch();
    Ending<?> ending =
        play.of(
            cast ->
                Streams.fromIterable(cast)
                    .map(
                        actor -> {
                          if (actor.name == 3) {
                            throw new Broken(3);
                          }
                          return actor;
                        })
                    .buffered(room, watch::make)
                    .forEach(watch.given::add));
    for (Performer actor : ending.cast()) {
      assertThat(actor.broken).isEmpty();
      if (!(ending instanceof Ending.Stuck)) {
        assertThat(actor.cancels)
            .isEqualTo(watch.made.contains(actor.name) && !actor.ended ? 1 : 0);
      }
    }
    if (ending instanceof Ending.Ready) {
      assertThat(play.parts().size()).as("the fourth item fails").isLessThanOrEqualTo(3);
    }
  }

  @Provide
  Arbitrary<Play> plays() {
    return Play.any(0, 8);
  }
}
