package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What large sets cost, counted in polls.
class CostTest {
  private static final int MANY = 100_000;

  private final List<Bell> bells = new ArrayList<>();
  private int polls;

  /// Pending until it is rung once.
  private final class Bell implements Future<Integer> {
    private Waker waker = Waker.noop();
    private boolean rung;

    @Override
    public Poll<Integer> poll(Context context) {
      polls++;
      waker = context.waker();
      return rung ? Poll.ready(1) : Poll.pending();
    }

    void ring() {
      rung = true;
      waker.wake();
    }
  }

  CostTest() {
    for (int i = 0; i < MANY; i++) {
      bells.add(new Bell());
    }
  }

  private List<Bell> shuffled() {
    List<Bell> order = new ArrayList<>(bells);
    Collections.shuffle(order, new Random(1));
    return order;
  }

  @Test
  void joining_100_000_that_become_ready_one_by_one_takes_two_polls_each() throws Exception {
    Future<List<Integer>> all = Futures.joinAll(bells);
    Context context = Context.of(Waker.noop());
    assertThat(all.poll(context).isReady()).isFalse();
    Poll<List<Integer>> answer = Poll.pending();
    for (Bell bell : shuffled()) {
      bell.ring();
      answer = all.poll(context);
    }
    assertThat(answer.isReady()).isTrue();
    assertThat(polls).isEqualTo(2 * MANY);
  }

  @Test
  void a_set_of_100_000_gives_each_as_it_comes_with_two_polls_each() throws Exception {
    FuturesUnordered<Integer> set = new FuturesUnordered<>();
    bells.forEach(set::add);
    Context context = Context.of(Waker.noop());
    assertThat(set.pollNext(context)).isEqualTo(Next.pending());
    for (Bell bell : shuffled()) {
      bell.ring();
      assertThat(set.pollNext(context)).isEqualTo(Next.item(1));
    }
    assertThat(set.pollNext(context)).isEqualTo(Next.end());
    assertThat(polls).isEqualTo(2 * MANY);
  }

  @Test
  void a_race_of_100_000_that_is_polled_for_nothing_polls_nobody() throws Exception {
    Future<Integer> race = Futures.race(bells.toArray(Bell[]::new));
    Context context = Context.of(Waker.noop());
    for (int i = 0; i < 1_000; i++) {
      assertThat(race.poll(context).isReady()).isFalse();
    }
    assertThat(polls).isEqualTo(MANY);
    bells.get(77_777).ring();
    assertThat(race.poll(context).isReady()).isTrue();
    assertThat(polls).isEqualTo(MANY + 1);
  }

  /// With a budget of 3 a poll: each poll of the whole does a few steps, and all together no more
  /// than those of one without a budget.
  @Test
  void a_budget_cuts_the_work_into_pieces_and_adds_none() throws Exception {
    Future<List<Integer>> all = Futures.joinAll(bells);
    StageContext context = new StageContext();
    while (context.rung) {
      assertThat(all.poll(context.next()).isReady()).isFalse();
    }
    assertThat(polls).isEqualTo(MANY);
    assertThat(context.polls).isBetween(MANY / 4, MANY / 4 + 1);
  }

  @Test
  void stages_on_top_of_each_other_beyond_any_budget_still_get_on() throws Exception {
    Future<Integer> deep = bells.getFirst();
    Pipeline<Integer> pipeline = Streams.of(1, 2, 3);
    for (int i = 0; i < 200; i++) {
      deep = Futures.map(Futures.joinAll(List.of(deep)), List::getFirst);
      pipeline = pipeline.filter(number -> number > 1);
    }
    StageContext context = new StageContext();
    assertThat(deep.poll(context.next()).isReady()).isFalse();
    bells.getFirst().ring();
    assertThat(context.rung).isTrue();
    assertThat(deep.poll(context.next()).isReady()).isTrue();
    Future<List<Integer>> list = pipeline.toList();
    Poll<List<Integer>> answer = Poll.pending();
    for (int i = 0; i < 10 && !answer.isReady(); i++) {
      answer = list.poll(context.next());
    }
    assertThat(answer).isEqualTo(Poll.ready(List.of(2, 3)));
  }
}
