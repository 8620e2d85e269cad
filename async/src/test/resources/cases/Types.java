package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

class Types {
  static Future<?> allPrimitivesLiveAcross(Probe p) {
    byte b = 1;
    short s = 2;
    char c = 'c';
    boolean z = true;
    return async(() -> {
      byte b2 = (byte) (b + 1);
      short s2 = (short) (s + 1);
      char c2 = (char) (c + 1);
      int i = 3;
      long l = 4;
      float f = 5;
      double d = 6;
      boolean y = !z;
      await(p.later(1));
      return "" + b + s + c + z + b2 + s2 + c2 + i + l + f + d + y;
    });
  }

  static Future<?> capturedOfEveryKind(Probe p) {
    int i = 1;
    long l = 2;
    float f = 3;
    double d = 4;
    String s = "s";
    int[] array = {5};
    return async(() -> {
      await(p.later(0));
      array[0]++;
      return i + l + f + d + s + array[0] + await(p.later(i));
    });
  }

  static Future<?> sameSlotDifferentTypes(Probe p) {
    return async(() -> {
      String all = "";
      {
        int x = await(p.later(1));
        all += x + await(p.later(1));
      }
      {
        String x = await(p.later("x"));
        all += x + await(p.later(1));
      }
      {
        long x = await(p.later(2L));
        all += x + await(p.later(1));
      }
      {
        List<String> x = new ArrayList<>(List.of("l"));
        x.add(await(p.later("m")));
        all += x;
      }
      return all;
    });
  }

  static Future<?> variableOfChangingClass(Probe p) {
    return async(() -> {
      Object o = "string";
      await(p.later(1));
      String s = o.toString();
      o = 5;
      await(p.later(2));
      s += o;
      o = new int[] {7};
      await(p.later(3));
      return s + ((int[]) o)[0];
    });
  }

  static Future<?> joinedClasses(Probe p) {
    return async(() -> {
      CharSequence q = await(p.later(true)) ? "text" : new StringBuilder("b");
      Number n = await(p.later(false)) ? Integer.valueOf(1) : Double.valueOf(2);
      await(p.later(1));
      return q.length() + n.intValue();
    });
  }

  static Future<?> arraysAndNulls(Probe p) {
    return async(() -> {
      String[][] a = null;
      await(p.later(1));
      if (a == null) {
        a = new String[2][];
      }
      a[0] = new String[] {await(p.later("x"))};
      Object[] row = a[0];
      await(p.later(1));
      return row[0] + a[0][0] + a.length;
    });
  }

  static Future<?> longsAndDoublesOnTheStack(Probe p) {
    return async(() -> {
      long a = 1L << 40;
      double d = 0.5;
      return a + (a * await(p.later(3L))) + d * await(p.later(2.0)) + (a ^ await(p.later(5L)));
    });
  }

  static Future<?> lambdasInside(Probe p) {
    return async(() -> {
      int x = await(p.later(5));
      Supplier<String> s = () -> "x" + x;
      await(p.later(1));
      Supplier<Supplier<String>> t = () -> s::get;
      return s.get() + t.get().get() + List.of(3, 1, 2).stream().map(i -> i * x).toList();
    });
  }

  static Future<?> anonymousClassInside(Probe p) {
    return async(() -> {
      String x = await(p.later("a"));
      Object o = new Object() {
        @Override
        public String toString() {
          return "anonymous " + x;
        }
      };
      await(p.later(1));
      return o.toString();
    });
  }

  static Future<?> localRecordInside(Probe p) {
    return async(() -> {
      record Pair(String a, int b) {}
      Pair pair = new Pair(await(p.later("a")), await(p.later(1)));
      return pair.toString() + pair.equals(new Pair("a", 1));
    });
  }

  static Future<?> varOfUnspeakableType(Probe p) {
    return async(() -> {
      var o = new Object() {
        int count = 3;
      };
      o.count += await(p.later(2));
      return o.count;
    });
  }

  static <T extends Comparable<T>> Future<T> largest(Probe p, List<T> all) {
    return async(() -> {
      T best = await(p.later(all.get(0)));
      for (T t : all) {
        if (await(p.later(t)).compareTo(best) > 0) {
          best = t;
        }
      }
      return best;
    });
  }

  static Future<?> generics(Probe p) {
    return largest(p, List.of("b", "d", "a"));
  }

  static Future<?> assertions(Probe p) {
    return async(() -> {
      assert await(p.later(true)) : "never";
      return await(p.later("ok"));
    });
  }

  static Future<?> classLiteralsAndConstants(Probe p) {
    return async(() -> {
      Class<?> c = Types.class;
      Class<?> d = int[].class;
      await(p.later(1));
      return c.getSimpleName() + d.getSimpleName() + Integer.MAX_VALUE + Long.MIN_VALUE + 1e300;
    });
  }
}
