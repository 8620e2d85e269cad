package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.List;

class Loops {
  static Future<?> straightLine(Probe p) {
    return async(() -> {
      String a = await(p.later("a"));
      p.log(a);
      String b = await(p.later("b"));
      return a + b;
    });
  }

  static Future<?> forLoop(Probe p) {
    return async(() -> {
      int sum = 0;
      for (int i = 0; i < 5; i++) {
        sum += await(p.later(i));
        p.log(sum);
      }
      return sum;
    });
  }

  static Future<?> whileWithAwaitInCondition(Probe p) {
    return async(() -> {
      int n = 0;
      while (await(p.later(n < 4))) {
        n++;
      }
      return n;
    });
  }

  static Future<?> doWhile(Probe p) {
    return async(() -> {
      int n = 0;
      do {
        n += await(p.later(2));
      } while (n < await(p.later(7)));
      return n;
    });
  }

  static Future<?> labelledBreakAndContinue(Probe p) {
    return async(() -> {
      StringBuilder s = new StringBuilder();
      outer:
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          if (await(p.later(j == 2))) {
            continue outer;
          }
          if (await(p.later(i == 3))) {
            break outer;
          }
          s.append(i).append(j).append(' ');
        }
      }
      return s.toString();
    });
  }

  static Future<?> forEachOverList(Probe p) {
    return async(() -> {
      List<String> seen = new ArrayList<>();
      for (String s : List.of("x", "y", "z")) {
        seen.add(await(p.later(s)));
      }
      return seen;
    });
  }

  static Future<?> forEachOverArray(Probe p) {
    return async(() -> {
      long sum = 0;
      for (long x : new long[] {1, 2, 3}) {
        sum += x * await(p.later(x));
      }
      return sum;
    });
  }

  static Future<?> awaitInForHeader(Probe p) {
    return async(() -> {
      int n = 0;
      for (int i = await(p.later(1)); i < await(p.later(4)); i += await(p.later(1))) {
        n += i;
      }
      return n;
    });
  }

  static Future<?> nestedLoopsWithManyVariables(Probe p) {
    return async(() -> {
      int a = 1;
      long b = 2;
      for (int i = 0; i < 3; i++) {
        double c = i * 1.5;
        for (int j = 0; j < 2; j++) {
          String d = "d" + j;
          a += await(p.later(j));
          b += (long) c + d.length();
        }
        float f = 1.5f;
        b += await(p.later(3L));
        a += (int) f;
      }
      return a + " " + b;
    });
  }

  static Future<?> awaitAllOfSeveral(Probe p) {
    return async(() -> {
      List<Integer> all = awaitAll(p.later(1), p.later(2), p.later(3));
      List<String> list = awaitAll(List.of(p.later("a"), p.later("b")));
      return "" + all + list;
    });
  }

  static Future<?> recursion(Probe p) {
    return factorial(p, 6);
  }

  static Future<Long> factorial(Probe p, int n) {
    return async(() -> n == 0 ? await(p.later(1L)) : n * await(factorial(p, n - 1)));
  }

  static Future<?> mutualRecursion(Probe p) {
    return even(p, 7);
  }

  static Future<Boolean> even(Probe p, int n) {
    return async(() -> n == 0 || await(odd(p, n - 1)));
  }

  static Future<Boolean> odd(Probe p, int n) {
    return async(() -> n != 0 && await(even(p, await(p.later(n - 1)))));
  }

  static Future<?> nestedBodies(Probe p) {
    return async(() -> {
      int outer = await(p.later(1));
      Future<Integer> inner = async(() -> {
        int in = await(p.later(outer + 1));
        return await(async(() -> in * 10 + await(p.later(outer))));
      });
      p.log("made");
      return outer + await(inner);
    });
  }

  static Future<?> bodyWithoutResult(Probe p) {
    return async(() -> {
      p.log(await(p.later("side effect")));
    });
  }

  static Future<?> endlessUntilReturn(Probe p) {
    return async(() -> {
      int n = 0;
      while (true) {
        if (n++ > 3) {
          return await(p.later(n));
        }
        await(p.later(n));
      }
    });
  }
}
