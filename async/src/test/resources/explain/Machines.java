package explain;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import java.util.List;

/// Bodies whose machines are kept beside this file.
public final class Machines {
  static Future<String> later(String text) {
    return _ -> dev.wakerobin.Poll.ready(text);
  }

  static Future<String> straight(int k) {
    return async(
        () -> {
          int a = k + 1;
          String name = await(later("w" + a));
          return name + a;
        });
  }

  static Future<Integer> loop(List<String> words) {
    return async(
        () -> {
          int total = 0;
          for (int i = 0; i < words.size(); i++) {
            total += await(later(words.get(i))).length();
          }
          return total;
        });
  }

  static Future<String> two() {
    return async(() -> await(later("a")) + await(later("b")));
  }

  static Future<String> guarded(AutoCloseable lock) {
    return async(
        () -> {
          try {
            return await(later("x"));
          } catch (IllegalStateException e) {
            return e.getMessage();
          } finally {
            lock.close();
          }
        });
  }

  static Future<String> choice(int k) {
    return async(
        () -> {
          switch (k) {
            case 1:
              return await(later("one"));
            case 2:
              return new StringBuilder(await(later("two"))).append(k > 1 ? "!" : "?").toString();
            default:
              return "many";
          }
        });
  }

  static Future<Long> reading() {
    return async(
        () -> {
          String line;
          long sum = 0;
          while ((line = await(later("l"))) != null && sum < 10) {
            sum += line.length();
          }
          return sum;
        });
  }

  private int served;

  Future<String> serve(List<String> self) {
    return async(
        () -> {
          try (AutoCloseable door = () -> served--) {
            served += await(later(self.getFirst())).length();
            return new StringBuilder("served ").append(await(later(door + "!"))).toString();
          }
        });
  }
}
