package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final StageContext one = new StageContext();
  private final StageContext other = new StageContext();
  private final Actor actor =
      new Actor(7, new Part(1, false, Part.Rings.LATER, Part.End.WELL, false));
  private final Shared<Integer> shared = Futures.shared(actor);
  private final Future<Integer> mine = shared.future();
  private final Future<Integer> yours = shared.future();

  @Test
  void a_ring_wakes_all_who_wait_and_each_gets_the_value() throws Exception {
    assertThat(mine.poll(one.next()).isReady()).isFalse();
    assertThat(yours.poll(other.next()).isReady()).isFalse();
    actor.ring(Part.Rings.LATER);
    assertThat(one.rung && other.rung).isTrue();
    assertThat(yours.poll(other.next())).isEqualTo(Poll.ready(7));
    assertThat(mine.poll(one.next())).isEqualTo(Poll.ready(7));
    assertThat(shared.future().poll(one.next())).as("a late one").isEqualTo(Poll.ready(7));
    assertThat(actor.broken).isEmpty();
    assertThat(actor.cancels).isZero();
  }

  @Test
  void one_who_leaves_hands_the_turn_to_the_others() throws Exception {
    assertThat(yours.poll(other.next()).isReady()).isFalse();
    assertThat(mine.poll(one.next()).isReady()).isFalse();
    mine.cancel();
    assertThat(other.rung).isTrue();
    assertThat(actor.cancels).isZero();
    assertThat(yours.poll(other.next()).isReady()).isFalse();
    actor.ring(Part.Rings.LATER);
    assertThat(one.rung).as("only who waits is rung").isFalse();
    assertThat(yours.poll(other.next())).isEqualTo(Poll.ready(7));
  }

  @Test
  void when_nobody_wants_it_any_more_it_is_cancelled_and_a_late_one_hears_so() throws Exception {
    mine.cancel();
    assertThat(actor.cancels).isZero();
    yours.cancel();
    assertThat(actor.cancels).isOne();
    assertThatThrownBy(() -> shared.future().poll(one.next()))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("nobody who had asked for it");
    assertThat(actor.cancels).isOne();
  }

  @Property
  void all_who_stay_see_the_same_end(@ForAll("plays") Play play) {
    Ending<Pair<Outcome<Integer>, Outcome<Integer>>> ending =
        play.of(
            cast -> {
              Shared<Integer> whole = Futures.shared(cast.getFirst());
              return Futures.join(Futures.outcome(whole.future()), Futures.outcome(whole.future()));
            });
    ending.isGentle();
    if (ending instanceof Ending.Ready<Pair<Outcome<Integer>, Outcome<Integer>>>(_, var pair)) {
      assertThat(pair.first()).isEqualTo(pair.second());
    }
  }

  @Provide
  Arbitrary<Play> plays() {
    return Play.any(1, 1);
  }
}
