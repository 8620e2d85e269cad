package dev.wakerobin.tutorial.chapter08;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Pair;
import dev.wakerobin.futures.Pipeline;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ## The kitchen
///
/// Orders come in as a stream, one every 5 ms. Each is cooked for 20 ms, in a task of its own. Here
/// are three ways to go through the orders, and they differ in one thing: what is awaited before
/// the next order is asked for.
final class Kitchen {
  private static final Duration BETWEEN = Duration.ofMillis(5);
  private static final Duration COOKING = Duration.ofMillis(20);

  private Kitchen() {}

  /// The outer stream: dishes, each with the tick of a clock.
  static Pipeline<String> orders() {
    return Streams.of("tea", "soup", "rice", "cake").zip(Tasks.interval(BETWEEN)).map(Pair::first);
  }

  /// The inner future.
  static Future<Unit> cook() {
    return Tasks.sleep(COOKING);
  }

  /// ### The staircase
  ///
  /// A task for each order, and its end is awaited. Then comes the next order.
  static Future<Unit> staircase() {
    return async(
        () -> {
          Pipeline<String> orders = orders();
          Optional<String> dish = await(orders.next());
          while (dish.isPresent()) {
            await(Tasks.spawn(dish.get(), cook()));
            dish = await(orders.next());
          }
        });
  }

  /// ### The fan
  ///
  /// A task for each order, and the next order at once. The handles are kept, and awaited in the
  /// end.
  static Future<Unit> fan() {
    return async(
        () -> {
          List<JoinHandle<Unit>> handles = new ArrayList<>();
          Pipeline<String> orders = orders();
          Optional<String> dish = await(orders.next());
          while (dish.isPresent()) {
            handles.add(Tasks.spawn(dish.get(), cook()));
            dish = await(orders.next());
          }
          for (JoinHandle<Unit> handle : handles) {
            await(handle);
          }
        });
  }

  /// ### Two at a time
  ///
  /// The fan takes whatever comes: with a million orders it has a million tasks. `buffered(2)`
  /// keeps up to two under way, and asks for no order while it has two. The stream waits, and with
  /// it whoever feeds it.
  static Future<Unit> twoAtATime() {
    return orders().buffered(2, dish -> Tasks.spawn(dish, cook())).forEach(_ -> {});
  }
}
