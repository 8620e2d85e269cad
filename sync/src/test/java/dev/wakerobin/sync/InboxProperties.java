package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The inbox and its basket against a list, and a mark that says whether it is awaited or has
/// ended.
class InboxProperties {
  enum Step {
    PUSH,
    TAKE_ALL,
    AWAIT,
    END
  }

  private enum Mark {
    NONE,
    AWAITED,
    ENDED
  }

  private final Inbox<Integer> inbox = Inbox.create();
  private final List<Integer> model = new ArrayList<>();
  private Mark mark = Mark.NONE;
  private int next;

  @Property
  void it_does_as_a_list_does(@ForAll @Size(max = 60) List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case PUSH -> push();
        case TAKE_ALL -> {
          assertThat(values(inbox.takeAll())).isEqualTo(model);
          model.clear();
        }
        case AWAIT -> {
          boolean may = model.isEmpty() && mark != Mark.ENDED;
          assertThat(inbox.await()).isEqualTo(may);
          mark = may ? Mark.AWAITED : mark;
        }
        case END -> {
          assertThat(inbox.end()).isEqualTo(model.isEmpty());
          mark = model.isEmpty() ? Mark.ENDED : mark;
        }
      }
      assertThat(inbox.size()).isEqualTo(model.size());
      assertThat(inbox.hasEnded()).isEqualTo(mark == Mark.ENDED);
    }
  }

  private void push() {
    next++;
    Inbox.Pushed pushed = inbox.push(next);
    assertThat(pushed)
        .isEqualTo(
            switch (mark) {
              case NONE -> Inbox.Pushed.QUIETLY;
              case AWAITED -> Inbox.Pushed.AWAITED;
              case ENDED -> Inbox.Pushed.LATE;
            });
    if (mark != Mark.ENDED) {
      model.add(next);
      mark = Mark.NONE;
    }
  }

  private static List<Integer> values(Inbox.@Nullable Item<Integer> first) {
    List<Integer> values = new ArrayList<>();
    for (Inbox.Item<Integer> item = first; item != null; item = item.next()) {
      values.add(item.value());
    }
    return values;
  }

  /// What is fetched comes in order; what is put back comes first.
  @Property
  void a_basket_hands_out_what_it_has_fetched(
      @ForAll @Size(max = 8) List<Integer> first,
      @ForAll @Size(max = 8) List<Integer> second,
      @ForAll boolean putsBack) {
    Basket<Integer> basket = Basket.create();
    List<Integer> out = new ArrayList<>();
    for (List<Integer> batch : List.of(first, second)) {
      batch.forEach(inbox::push);
      basket.fetch(inbox);
      int left = batch.size();
      for (Integer value; (value = basket.poll()) != null; left--) {
        if (putsBack) {
          basket.putBack(value);
          assertThat(basket.size()).isEqualTo(left);
          assertThat(basket.poll()).isSameAs(value);
        }
        assertThat(basket.size()).isEqualTo(left - 1);
        out.add(value);
      }
    }
    List<Integer> both = new ArrayList<>(first);
    both.addAll(second);
    assertThat(out).isEqualTo(both);
  }
}
