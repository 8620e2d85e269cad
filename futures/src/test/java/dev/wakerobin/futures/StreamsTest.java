package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private final StageContext context = new StageContext();

  private <T> T valueOf(Future<T> future) throws Exception {
    while (true) {
      if (future.poll(context.next()) instanceof Poll.Ready<T>(T value)) {
        return value;
      }
      assertThat(context.rung).as("pending and nobody rings").isTrue();
    }
  }

  private <T> Next<T> next(Stream<T> stream) throws Exception {
    return stream.pollNext(context.next());
  }

  @Test
  void a_stream_that_has_ended_says_so_again() throws Exception {
    List<Stream<?>> streams =
        List.of(
            Streams.empty(),
            Streams.of(),
            Streams.of().map(i -> i),
            Streams.of().buffered(2, Futures::ready),
            Streams.of().merge(Streams.of()),
            Streams.of().zip(Streams.of()),
            Streams.of(1, 2).take(0),
            Streams.unfold(() -> Futures.ready(Optional.empty())),
            new FuturesUnordered<>());
    for (Stream<?> stream : streams) {
      for (int i = 0; i < 3; i++) {
        assertThat(next(stream)).isSameAs(Next.end());
      }
    }
  }

  @Test
  void a_source_that_goes_on_after_its_end_is_not_asked_again() throws Exception {
    Iterator<Next<Integer>> answers =
        List.of(Next.item(1), Next.<Integer>end(), Next.item(2), Next.<Integer>end()).iterator();
    Pipeline<Integer> pipeline = Streams.<Integer>from(_ -> answers.next()).map(i -> i);
    assertThat(next(pipeline)).isEqualTo(Next.item(1));
    assertThat(next(pipeline)).isEqualTo(Next.end());
    assertThat(next(pipeline)).isEqualTo(Next.end());
  }

  @Test
  void a_stream_that_failed_or_was_cancelled_complains_when_polled_again() {
    Pipeline<Integer> failed = Streams.of(1).map(_ -> fail());
    assertThatThrownBy(() -> next(failed)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> next(failed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a stream was polled after its end");
    Pipeline<Integer> cancelled = Streams.of(1).map(i -> i);
    cancelled.cancel();
    assertThatThrownBy(() -> next(cancelled)).isInstanceOf(IllegalStateException.class);
  }

  private static int fail() throws IOException {
    throw new IOException("no");
  }

  @Test
  void taking_the_last_item_lets_the_source_go_at_once() throws Exception {
    River river = new River(0, new Part(5, true, Part.Rings.LATER, Part.End.WELL, false));
    Pipeline<Integer> two = Streams.from(river).take(2);
    assertThat(next(two)).isEqualTo(Next.item(0));
    assertThat(river.cancels).isZero();
    assertThat(next(two)).isEqualTo(Next.item(1));
    assertThat(river.cancels).isOne();
    assertThat(next(two)).isEqualTo(Next.end());
  }

  @Test
  void wrong_numbers_are_refused_with_what_they_were() {
    assertThatThrownBy(() -> Streams.of(1).take(-1)).hasMessageContaining("-1 items");
    assertThatThrownBy(() -> Streams.of(1).chunks(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> Streams.of(1).buffered(0, Futures::ready))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not for 0");
    assertThatThrownBy(() -> Streams.of(1).bufferedUnordered(-3, Futures::ready))
        .hasMessageContaining("not for -3");
    assertThatThrownBy(() -> Streams.fromPublisher(_ -> {}, 0)).hasMessageContaining("not for 0");
  }

  @Test
  void the_next_item_is_had_as_a_future_and_cancelling_that_loses_nothing() throws Exception {
    River river = new River(0, new Part(2, false, Part.Rings.LATER, Part.End.WELL, false));
    Pipeline<Integer> pipeline = Streams.from(river);
    Future<Optional<Integer>> given = pipeline.next();
    assertThat(given.poll(context.next()).isReady()).isFalse();
    given.cancel();
    river.ring(Part.Rings.LATER);
    assertThat(valueOf(pipeline.next())).contains(0);
    assertThat(river.cancels).isZero();
  }

  @Test
  void merging_takes_turns_between_those_that_always_have_something() throws Exception {
    Pipeline<String> merged =
        Streams.repeat(() -> Futures.ready("a"))
            .merge(Streams.repeat(() -> Futures.ready("b")), Streams.of("c"))
            .take(7);
    assertThat(valueOf(merged.toList())).containsExactly("a", "b", "c", "a", "b", "a", "b");
  }

  @Test
  void an_endless_stream_that_is_always_ready_yields_to_others() throws Exception {
    List<Future<?>> endless =
        List.of(
            Streams.repeat(() -> Futures.ready(1)).forEach(_ -> {}),
            Streams.repeat(() -> Futures.ready(1)).filter(_ -> false).toList(),
            Streams.repeat(() -> Futures.ready(1)).chunks(1 << 20).toList(),
            Streams.repeat(() -> Futures.ready(1)).flatMap(_ -> Streams.empty()).toList(),
            Streams.repeat(() -> Futures.ready(1)).buffered(1 << 20, Futures::ready).toList());
    for (Future<?> future : endless) {
      assertThat(future.poll(context.next()).isReady()).isFalse();
      assertThat(context.rung).isTrue();
    }
  }

  @Test
  void items_are_collected() throws Exception {
    Map<Boolean, Long> counts =
        valueOf(
            Streams.of(1, 2, 3, 4, 5)
                .collect(Collectors.partitioningBy(i -> i > 3, Collectors.counting())));
    assertThat(counts).containsEntry(true, 2L).containsEntry(false, 3L);
    assertThat(valueOf(Streams.of(1, 2, 3).chunks(2).toList()))
        .containsExactly(List.of(1, 2), List.of(3));
    assertThat(valueOf(Streams.<Integer>empty().toList())).isEmpty();
  }

  @Test
  void buffered_starts_all_it_may_before_it_gives_the_first_value() throws Exception {
    List<Integer> started = new ArrayList<>();
    StageContext free = new StageContext();
    Pipeline<Integer> pipeline =
        Streams.of(0, 1, 2, 3, 4)
            .buffered(
                3,
                i ->
                    _ -> {
                      started.add(i);
                      return Poll.ready(i);
                    });
    assertThat(pipeline.pollNext(dev.wakerobin.Context.of(free))).isEqualTo(Next.item(0));
    assertThat(started).containsExactly(0, 1, 2);
  }

  @Test
  void what_is_added_to_a_set_that_is_waited_for_wakes_who_waits() throws Exception {
    FuturesUnordered<Integer> set = new FuturesUnordered<>();
    set.add(Futures.never());
    assertThat(next(set)).isEqualTo(Next.pending());
    assertThat(context.rung).isFalse();
    set.add(Futures.ready(7));
    assertThat(context.rung).isTrue();
    assertThat(next(set)).isEqualTo(Next.item(7));
    assertThat(set.size()).isOne();
    set.cancel();
    assertThatThrownBy(() -> set.add(Futures.ready(8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make a new one");
  }

  @Test
  void an_empty_set_has_ended_until_something_is_added() throws Exception {
    FuturesUnordered<Integer> set = new FuturesUnordered<>();
    assertThat(next(set)).isEqualTo(Next.end());
    set.add(Futures.ready(1));
    assertThat(next(set)).isEqualTo(Next.item(1));
    assertThat(next(set)).isEqualTo(Next.end());
  }
}
