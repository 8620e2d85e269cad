import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCheck {
  private final List<String> asked = new ArrayList<>();

  /// Each answer takes a turn. An article costs as much as its name is long.
  private final Order.Shop shop =
      new Order.Shop() {
        @Override
        public Future<Integer> price(String article) {
          asked.add("price of " + article);
          return article.isEmpty() ? failing() : later(article.length());
        }

        @Override
        public Future<Integer> converted(int price) {
          asked.add("convert " + price);
          return later(10 * price);
        }
      };

  private static Future<Integer> failing() {
    return _ -> {
      throw new IllegalArgumentException("no such article");
    };
  }

  private static Future<Integer> later(int value) {
    Future<?> turn = Tasks.yieldNow();
    return context -> turn.poll(context).isReady() ? Poll.ready(value) : Poll.pending();
  }

  private int total(String... articles) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      return runtime.blockOn(Order.total(shop, List.of(articles)));
    }
  }

  @Test
  void nothing_costs_nothing() throws Exception {
    assertThat(total()).isZero();
    assertThat(asked).isEmpty();
  }

  @Test
  void each_price_is_converted_and_added() throws Exception {
    assertThat(total("tea", "milk")).isEqualTo(70);
    assertThat(asked)
        .containsExactly("price of tea", "convert 3", "price of milk", "convert 4");
  }

  @Test
  void calling_it_asks_nobody() {
    Order.total(shop, List.of("tea"));
    assertThat(asked).isEmpty();
  }

  @Test
  void what_fails_inside_fails_outside() {
    assertThatThrownBy(() -> total("tea", ""))
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such article");
  }
}
