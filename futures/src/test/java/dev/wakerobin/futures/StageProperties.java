package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.futures.Performer.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Each operator on one stream against the same on a list.
class StageProperties {

  @Property
  void map_filter_take_and_takeWhile_are_those_of_lists(
      @ForAll("one") Play play, @ForAll @IntRange(max = 6) int count) {
    compare(play, river -> river.map(i -> 2 * i), items -> items.map(i -> 2 * i));
    compare(play, river -> river.filter(i -> i % 2 == 1), items -> items.filter(i -> i % 2 == 1));
    compare(play, river -> river.filter(_ -> false), items -> items.filter(_ -> false));
    compare(play, river -> river.take(count), items -> items.limit(count));
    compare(
        play, river -> river.takeWhile(i -> i < count), items -> items.takeWhile(i -> i < count));
  }

  @Property
  void flatMap_is_that_of_lists(@ForAll("one") Play play) {
    compare(
        play,
        river -> river.flatMap(i -> Streams.fromIterable(List.of(i, i, i)).take(i % 4)),
        items -> items.flatMap(i -> List.of(i, i, i).stream().limit(i % 4)));
  }

  @Property
  void chunks_are_those_of_lists(
      @ForAll("one") Play play, @ForAll @IntRange(min = 1, max = 4) int size) {
    compare(play, river -> river.chunks(size), items -> items.gather(Gatherers.windowFixed(size)));
  }

  @Property
  void then_takes_one_item_after_the_other(@ForAll("one") Play play) {
    compare(play, river -> river.then(i -> Futures.ready(i + 1)), items -> items.map(i -> i + 1));
  }

  private static <B> void compare(
      Play play,
      Function<Pipeline<Integer>, Pipeline<B>> pipeline,
      Function<java.util.stream.Stream<Integer>, java.util.stream.Stream<B>> model) {
    List<B> given = new ArrayList<>();
    Ending<?> ending =
        play.ofRivers(cast -> pipeline.apply(Streams.from(cast.getFirst())).forEach(given::add));
    ending.isGentle();
    List<B> expected = model.apply(River.items(0, play.parts().getFirst()).stream()).toList();
    switch (ending) {
      case Ending.Ready<?> _ -> assertThat(given).isEqualTo(expected);
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
    assertThat(given.size()).isLessThanOrEqualTo(expected.size());
    assertThat(given).isEqualTo(expected.subList(0, given.size()));
  }

  @Property
  void merge_gives_the_items_of_all_and_those_of_each_in_order(@ForAll("some") Play play) {
    List<Integer> given = new ArrayList<>();
    Ending<?> ending = play.ofRivers(cast -> Streams.<Integer>merge(cast).forEach(given::add));
    ending.isGentle();
    int most = 0;
    for (Performer river : ending.cast()) {
      List<Integer> own = given.stream().filter(i -> i / 100 == river.name).toList();
      List<Integer> all = River.items(river.name, play.parts().get(river.name));
      assertThat(own).isEqualTo(all.subList(0, own.size()));
      most += all.size();
    }
    switch (ending) {
      case Ending.Ready<?> _ -> assertThat(given).hasSize(most);
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void zip_pairs_items_until_one_of_the_two_ends(@ForAll("two") Play play) {
    List<Pair<Integer, Integer>> given = new ArrayList<>();
    Ending<?> ending =
        play.ofRivers(cast -> Streams.from(cast.get(0)).zip(cast.get(1)).forEach(given::add));
    ending.isGentle();
    for (int i = 0; i < given.size(); i++) {
      assertThat(given.get(i)).isEqualTo(new Pair<>(i, 100 + i));
    }
    switch (ending) {
      case Ending.Ready<?> _ ->
          assertThat(given)
              .hasSize(Math.min(play.parts().get(0).waits(), play.parts().get(1).waits()));
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  /// The pauses are futures of their own, so a river that is ready has to wait for them.
  @Property
  void throttle_puts_a_pause_after_each_item(@ForAll("some") Play play) {
    List<Integer> given = new ArrayList<>();
    int items = play.parts().size();
    Ending<?> ending =
        play.of(
            pauses -> {
              List<Actor> rest = new ArrayList<>(pauses);
              return Streams.fromIterable(River.items(0, ofSize(items)))
                  .throttle(rest::removeFirst)
                  .map(
                      i -> {
                        for (Actor earlier : pauses.subList(0, i)) {
                          assertThat(earlier.ended).as("the pause before item %s", i).isTrue();
                        }
                        return i;
                      })
                  .forEach(given::add);
            });
    assertThat(ending.cast()).allMatch(pause -> pause.broken.isEmpty());
    if (ending instanceof Ending.Ready) {
      assertThat(given).hasSize(items);
    }
  }

  private static Part ofSize(int items) {
    return new Part(items, true, Part.Rings.LATER, Part.End.WELL, false);
  }

  @Provide
  Arbitrary<Play> one() {
    return Play.any(1, 1);
  }

  @Provide
  Arbitrary<Play> two() {
    return Play.any(2, 2);
  }

  @Provide
  Arbitrary<Play> some() {
    return Play.any(0, 5);
  }
}
