package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class Operands {
  record Point(int x, long y, String name) {}

  static class Loud {
    static {
      Probe.current().log("Loud is initialized");
    }

    final String text;

    Loud(String a, Object b) {
      text = a + b;
    }
  }

  static String join(Object a, Object b, Object c) {
    return a + "," + b + "," + c;
  }

  static String primitives(int a, long b, double c, float d, boolean e, char f) {
    return a + " " + b + " " + c + " " + d + " " + e + " " + f;
  }

  static Future<?> nestedArguments(Probe p) {
    return async(() ->
        join(await(p.later(1)), join(2, await(p.later(3)), await(p.later(4))), await(p.later(5))));
  }

  static Future<?> primitiveOperandsOnTheStack(Probe p) {
    return async(() ->
        primitives(1, 2L, 3.0, await(p.later(4f)), true, await(p.later('c'))));
  }

  static Future<?> binaryOperators(Probe p) {
    return async(() -> 2 * await(p.later(3)) + 4L * await(p.later(5L)) - await(p.later(1)));
  }

  static Future<?> newWithAwait(Probe p) {
    return async(() -> new Point(await(p.later(1)), await(p.later(2L)), await(p.later("n"))));
  }

  static Future<?> newInNew(Probe p) {
    return async(() ->
        new Loud("a" + await(p.later(1)), new Point(1, await(p.later(2L)), "z")).text);
  }

  static Future<?> classInitializationStaysInPlace(Probe p) {
    return async(() -> {
      p.log("before");
      return new Fresh(p.note("argument"), await(p.later("awaited"))).text;
    });
  }

  static class Fresh {
    static {
      Probe.current().log("Fresh is initialized");
    }

    final String text;

    Fresh(String a, String b) {
      text = a + b;
    }
  }

  static Future<?> newWithConditionalArgument(Probe p) {
    return async(() -> {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(new Point(i, i % 2 == 0 ? await(p.later(7L)) : 8L, i == 1 ? "b" : await(p.later("c"))));
      }
      return all.toString();
    });
  }

  static Future<?> newAsStatement(Probe p) {
    return async(() -> {
      new Point(await(p.later(1)), 2, p.note("x"));
      return "done";
    });
  }

  static Future<?> newWithLongAssignment(Probe p) {
    return async(() -> {
      long l;
      Point q = new Point(1, l = 5L, await(p.later("q")));
      return q + " " + l;
    });
  }

  static Future<?> arrayStore(Probe p) {
    return async(() -> {
      int[] a = new int[3];
      int i = 0;
      a[i++] = await(p.later(10));
      a[await(p.later(1))] += await(p.later(5));
      a[i] += i + await(p.later(2));
      return a[0] + " " + a[1] + " " + a[2];
    });
  }

  static Future<?> arrayInitializer(Probe p) {
    return async(() -> {
      String[] a = {await(p.later("a")), "b", await(p.later("c"))};
      double[][] d = {{await(p.later(1.5))}, {2, await(p.later(3.5))}};
      return String.join("", a) + d[1][1] + d[0][0];
    });
  }

  static Future<?> compoundAssignment(Probe p) {
    return async(() -> {
      int i = 1;
      i += await(p.later(2));
      i <<= await(p.later(2));
      long l = 7;
      l *= await(p.later(3L));
      byte b = 100;
      b += await(p.later(100));
      char c = 'a';
      c += await(p.later(2));
      short s = 5;
      s -= await(p.later(7));
      float f = 1;
      f /= await(p.later(3f));
      double d = 2;
      d %= await(p.later(1.5));
      boolean z = true;
      z &= await(p.later(false));
      String t = "t";
      t += await(p.later("u"));
      return i + " " + l + " " + b + " " + c + " " + s + " " + f + " " + d + " " + z + t;
    });
  }

  static Future<?> ternary(Probe p) {
    return async(() -> {
      int x = await(p.later(true)) ? await(p.later(1)) : await(p.later(2));
      String s = x == 1 ? "one" : await(p.later("two"));
      return s + (x > await(p.later(0)) ? await(p.later("yes")) : "no");
    });
  }

  static Future<?> shortCircuit(Probe p) {
    return async(() -> {
      boolean a = await(p.later(false)) && await(p.later(true));
      boolean b = await(p.later(true)) || await(p.later(false));
      return a + " " + b + " " + (p.note("x").isEmpty() || await(p.later(true)) && b);
    });
  }

  static Future<?> stringConcatenation(Probe p) {
    return async(() -> "a" + 1 + await(p.later("b")) + 2L + await(p.later('c')) + null + 1.5);
  }

  static Future<?> sideEffectsInOrder(Probe p) {
    return async(() ->
        join(p.note("1"), await(p.later(p.note("2"))), p.note("3")) + await(p.later(p.note("4"))));
  }

  static Future<?> fieldOfAwaited(Probe p) {
    return async(() -> {
      int[] counter = {5};
      return await(p.later(counter))[0]++ + counter[0]-- + --await(p.later(counter))[0];
    });
  }

  static Future<?> nullOnTheStack(Probe p) {
    return async(() -> join(null, await(p.later("x")), null));
  }

  static Future<?> nullVariable(Probe p) {
    return async(() -> {
      String s = null;
      Integer n = null;
      await(p.later(1));
      String before = "" + s + n;
      s = await(p.later("set"));
      n = await(p.later(5));
      return before + s + n;
    });
  }

  static Future<?> awaitOfAwait(Probe p) {
    return async(() -> await(await(p.later(p.later("inner")))));
  }

  static Future<?> chainedCalls(Probe p) {
    return async(() ->
        new StringBuilder().append(await(p.later("a"))).append(await(p.later(1))).reverse().toString());
  }

  static Future<?> varargs(Probe p) {
    return async(() -> String.format("%s-%s-%s", await(p.later(1)), "b", await(p.later(2L))));
  }

  static Future<?> genericMap(Probe p) {
    return async(() -> {
      Map<String, Integer> m = Map.of("k", await(p.later(1)));
      return m.get(await(p.later("k"))) + 1;
    });
  }

  static Future<?> discardedValues(Probe p) {
    return async(() -> {
      await(p.later(1L));
      await(p.later("x"));
      return "end";
    });
  }

  static Future<?> incrementAcross(Probe p) {
    return async(() -> {
      int i = 0;
      int j = i++ + await(p.later(i)) + i++ + await(p.later(i)) + ++i;
      return i + " " + j;
    });
  }
}
