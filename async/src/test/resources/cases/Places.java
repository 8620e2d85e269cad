package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;

import dev.wakerobin.Future;
import dev.wakerobin.async.AsyncBody;
import dev.wakerobin.async.Probe;
import java.util.List;
import java.util.function.BiFunction;

/// Bodies in all kinds of places.
class Places {
  private int hidden = 3;
  private static int shared = 1;

  private String secret(int x) {
    return "secret " + (x + hidden);
  }

  private class Inner {
    private int own = 5;

    Future<String> body(Probe p) {
      return async(() -> {
        hidden += await(p.later(1));
        own++;
        shared++;
        return secret(own) + Places.this.hidden + await(p.later("!")) + shared;
      });
    }
  }

  static Future<?> inAnInnerClass(Probe p) {
    return new Places().new Inner().body(p);
  }

  enum Planet {
    EARTH {
      @Override
      Future<String> visit(Probe p) {
        return async(() -> name() + await(p.later(1)) + secret());
      }
    };

    abstract Future<String> visit(Probe p);

    private static String hiddenName() {
      return "hidden";
    }

    String secret() {
      return hiddenName();
    }
  }

  static Future<?> inAnEnumConstant(Probe p) {
    return Planet.EARTH.visit(p);
  }

  record Pair(int a, String b) {
    Future<String> body(Probe p) {
      return async(() -> a + await(p.later(2)) + b + this);
    }
  }

  static Future<?> inARecord(Probe p) {
    return new Pair(1, "x").body(p);
  }

  static Future<?> inALocalClass(Probe p) {
    int captured = 9;
    class Local {
      private String text = "local";

      Future<String> body() {
        return async(() -> text + captured + await(p.later(1)));
      }
    }
    return new Local().body();
  }

  static Future<?> inAnOrdinaryLambda(Probe p) {
    return async(() -> {
      int base = await(p.later(10));
      List<Future<Integer>> all =
          List.of(1, 2, 3).stream().map(i -> async(() -> base + await(p.later(i)))).toList();
      return awaitAll(all);
    });
  }

  private final Future<String> field;

  private Places() {
    field = null;
  }

  private Places(Probe p) {
    field = async(() -> "made in a constructor " + await(p.later(1)) + hidden);
  }

  static Future<?> inAConstructor(Probe p) {
    return new Places(p).field;
  }

  static <T extends Number & Comparable<T>> Future<T> max(Probe p, T a, T b) {
    return async(() -> await(p.later(a)).compareTo(await(p.later(b))) > 0 ? a : b);
  }

  static Future<?> inAGenericMethod(Probe p) {
    return max(p, 3, 4);
  }

  static Future<?> inABodyThatReturnsABody(Probe p) {
    return async(() -> {
      int x = await(p.later(1));
      AsyncBody<AsyncBody<Integer>> two = () -> () -> x + await(p.later(2));
      return await(async(await(async(two))));
    });
  }

  static Future<?> withAFunctionOfPrivateThings(Probe p) {
    Places places = new Places();
    return async(() -> {
      BiFunction<Places, Integer, String> f = Places::secret;
      return f.apply(places, await(p.later(4))) + places.hidden++ + ++places.hidden;
    });
  }

  static Future<?> withABodyFromAnExpression(Probe p) {
    boolean first = p.note("x").equals("x");
    AsyncBody<String> a = () -> "a" + await(p.later(1));
    AsyncBody<String> b = () -> "b" + await(p.later(2));
    return async(first ? a : b);
  }

  static Future<?> withStateInArraysOfLongs(Probe p) {
    return async(() -> {
      long[] sums = new long[2];
      int i = 0;
      sums[i++ % 2] += await(p.later(5L)) * i;
      sums[i++ % 2] -= i * await(p.later(7L));
      return sums[0]-- + sums[1] + sums[0];
    });
  }
}
