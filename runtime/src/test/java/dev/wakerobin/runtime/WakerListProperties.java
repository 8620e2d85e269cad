package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class WakerListProperties {
  static final int WAITERS = 20;

  private WakerList list = new WakerList();
  private final List<Integer> rung = new ArrayList<>();
  private final List<Waker> wakers = new ArrayList<>();

  WakerListProperties() {
    for (int i = 0; i < WAITERS; i++) {
      int number = i;
      wakers.add(() -> rung.add(number));
    }
  }

  @BeforeTry
  void startAfresh() {
    list = new WakerList();
    rung.clear();
  }

  @Property
  void whoever_waits_is_rung_and_in_the_order_in_which_they_came(
      @ForAll @Size(max = 200) List<@IntRange(max = WAITERS - 1) Integer> comers) {
    comers.forEach(number -> list.add(wakers.get(number)));
    Seams.wakeAll(list);
    Set<Integer> inOrder = new LinkedHashSet<>(comers);
    assertThat(new LinkedHashSet<>(rung)).containsExactlyElementsOf(inOrder);
    rung.clear();
    Seams.wakeAll(list);
    assertThat(rung).as("they are forgotten").isEmpty();
  }

  /// As happens to whoever is polled for other reasons, and joins anew each time.
  @Property
  void it_stays_as_short_as_the_waiters_are_few(
      @ForAll @Size(max = 300) List<@IntRange(max = WAITERS - 1) Integer> comers) {
    for (int number : comers) {
      list.add(wakers.get(number));
      int distinct = (int) comers.stream().distinct().count();
      assertThat(list.size()).isLessThan(Math.max(8, 2 * distinct + 1));
    }
    Seams.wakeAll(list);
    assertThat(list.size()).isZero();
  }

  @Test
  void one_who_adds_the_same_waker_a_million_times_is_rung_once() {
    for (int i = 0; i < 1_000_000; i++) {
      list.add(wakers.get(3));
    }
    Seams.wakeAll(list);
    assertThat(rung).containsExactly(3);
  }

  @Test
  void one_who_comes_back_while_he_is_rung_waits_for_the_next_time() {
    AtomicInteger rings = new AtomicInteger();
    Waker comesBack =
        new Waker() {
          @Override
          public void wake() {
            rings.getAndIncrement();
            list.add(this);
          }
        };
    list.add(comesBack);
    Seams.wakeAll(list);
    assertThat(rings).hasValue(1);
    Seams.wakeAll(list);
    assertThat(rings).hasValue(2);
  }

  @Test
  void nobody_who_adds_while_others_ring_is_lost() {
    int[] heard = new int[1];
    Waker[] mine = new Waker[1];
    AtomicInteger rings = new AtomicInteger();
    Race.of(
        5_000,
        _ -> {
          mine[0] = rings::getAndIncrement;
          list.add(mine[0]);
        },
        _ -> Seams.wakeAll(list),
        round -> {
          heard[0] += rings.get() == round + 1 ? 1 : 0;
          Seams.wakeAll(list);
          if (rings.get() != round + 1) {
            throw new AssertionError("rung " + rings + " times after round " + round);
          }
        });
    assertThat(heard[0]).as("how often he came first").isPositive();
  }
}
