import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import java.util.List;

final class Order {
  interface Shop {
    Future<Integer> price(String article);

    Future<Integer> converted(int price);
  }

  private Order() {}

  /// What all of them cost, converted.
  static Future<Integer> total(Shop shop, List<String> articles) {
    return async(
        () -> {
          int sum = 0;
          for (String article : articles) {
            sum += await(shop.price(article));
          }
          return sum;
        });
  }
}
