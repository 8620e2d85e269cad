package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Legal, and seldom seen by a lowering: names, captures and jumps at the edge of the language.
class Corners {
  private static int größe(int ä) {
    return ä + 1;
  }

  static Future<?> lettersOfManyScripts(Probe p) {
    int größe = 3;
    return async(
        () -> {
          String 名 = await(p.later("na"));
          int Ω = größe(größe) + await(p.later(1));
          String $ = 名 + Ω;
          return new Übung$Innen().größe$(p, $ + await(p.later("名")));
        });
  }

  static class Übung$Innen {
    private final String $lowered0 = "lowered";

    String größe$(Probe p, String ß) {
      return ß + $lowered0;
    }

    Future<String> $() {
      return async(() -> $lowered0 + await(Probe.current().later(größe$(Probe.current(), "ß"))));
    }
  }

  static Future<?> dollarsInNames(Probe p) {
    return async(() -> await(new Übung$Innen().$()) + await(new Übung$Innen().$()));
  }

  static Future<?> manyCaptures(Probe p) {
    int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10;
    long k = 11, l = 12, m = 13, n = 14, o = 15;
    double q = 16, r = 17, s = 18, t = 19, u = 20;
    String v = "v", w = "w", x = "x", y = "y", z = "z";
    return async(
        () -> a + b + c + d + e + f + g + h + i + j + await(p.later(1)) + k + l + m + n + o + q + r + s + t + u + v + w + await(p.later("-")) + x + y + z);
  }

  static Future<?> captureThatIsOnlyNeededLater(Probe p) {
    Object[] big = {"big"};
    return async(
        () -> {
          String s = await(p.later("s"));
          IntSupplier lambda = () -> big.length + s.length();
          await(p.later(1));
          Supplier<IntSupplier> nested =
              () -> {
                int inner = lambda.getAsInt();
                return () -> inner + big.length;
              };
          return await(p.later(nested.get().getAsInt())) + (String) big[0];
        });
  }

  static Future<?> conditionalIntersections(Probe p) {
    return async(
        () -> {
          var either = await(p.later(true)) ? 1 : "s";
          await(p.later(1));
          var list = await(p.later(false)) ? List.of(either) : new ArrayList<>(List.of(either, 2.0));
          var lambda = (Runnable & java.io.Serializable) () -> p.log(list);
          await(p.later(2));
          lambda.run();
          return either + "" + list.size();
        });
  }

  record Span(int from, int to) {
    static final List<Future<Integer>> MADE = new ArrayList<>();

    Span {
      int length = to - from;
      if (length < 0) {
        throw new IllegalArgumentException();
      }
      MADE.add(async(() -> length + await(Probe.current().later(1))));
    }

    Span(int to) {
      this(0, to);
    }

    static Future<Span> read(Probe p) {
      return async(() -> new Span(await(p.later(1)), await(p.later(5))));
    }

    Future<Integer> length() {
      return async(() -> to() - from + await(Probe.current().later(0)));
    }
  }

  static Future<?> constructorsOfRecords(Probe p) {
    return async(
        () -> {
          Span.MADE.clear();
          Span span = await(Span.read(p));
          return span + "" + await(span.length()) + await(Span.MADE.getFirst()) + new Span(await(p.later(3)));
        });
  }

  record Node(int value, Node next) implements Iterable<Node> {
    @Override
    public Iterator<Node> iterator() {
      return new Iterator<>() {
        private Node at = Node.this;

        @Override
        public boolean hasNext() {
          return at != null;
        }

        @Override
        public Node next() {
          Node now = at;
          at = at.next;
          return now;
        }
      };
    }
  }

  static Future<?> patternsInLoops(Probe p) {
    return async(
        () -> {
          int sum = 0;
          for (Node node : new Node(1, new Node(2, new Node(3, null)))) {
            if (node instanceof Node(int v, Node(int w, var rest)) && await(p.later(v)) < w) {
              sum += v * w + (rest == null ? 0 : await(p.later(rest.value())));
            } else if (!(node instanceof Node(var v, var rest) && rest == null)) {
              continue;
            } else {
              sum += await(p.later(v)) * 100;
            }
          }
          for (Object o = new Node(1, new Node(2, null)); o instanceof Node(var v, var next); o = await(p.later(new Object[] {next}))[0]) {
            sum += v * 1000;
          }
          return sum;
        });
  }

  @SuppressWarnings("finally")
  static Future<?> finallyUponFinally(Probe p) {
    return async(
        () -> {
          String s = "";
          try {
            try {
              try {
                return s += await(p.later("a"));
              } finally {
                s += await(p.later("b"));
                throw new IllegalStateException("c");
              }
            } finally {
              s += await(p.later("d"));
              try {
                await(p.fail(new IllegalStateException("e")));
              } catch (IllegalStateException e) {
                s += e.getMessage();
              } finally {
                s += await(p.later("f"));
              }
            }
          } catch (IllegalStateException e) {
            return s + e.getMessage();
          } finally {
            if (s.length() > await(p.later(1))) {
              return s + "!";
            }
          }
        });
  }

  static Future<?> valueReturnedBeforeFinallyChangesIt(Probe p) {
    return async(
        () -> {
          int n = 1;
          long[] l = {5};
          try {
            return n + l[0]++ + await(p.later(n));
          } finally {
            n = await(p.later(50));
            l[0] += n;
            p.log(l[0]);
          }
        });
  }

  static Future<?> labelsOfAllKinds(Probe p) {
    return async(
        () -> {
          String s = "";
          first:
          {
            second:
            for (; ; ) {
              third:
              do {
                try {
                  switch (s.length() + await(p.later(0))) {
                    case 0:
                      s += "a";
                      continue second;
                    case 1:
                      s += await(p.later("b"));
                      continue third;
                    case 2:
                      s += "c";
                      break third;
                    case 3:
                      break second;
                    default:
                      break first;
                  }
                } finally {
                  s += s.length() == await(p.later(3)) ? "d" : "";
                }
              } while (s.length() > await(p.later(1)));
              s += s.length() > 5 ? "" : "e";
            }
            s += "f";
          }
          return s;
        });
  }

  static Future<?> synchronizedBetweenAndAround(Probe p) {
    Object lock = new Object();
    return async(
        () -> {
          int n = await(p.later(1));
          try {
            synchronized (lock) {
              synchronized (p) {
                n += 10;
                if (n > 5) {
                  throw new IllegalStateException("in lock");
                }
              }
            }
          } catch (IllegalStateException e) {
            n += await(p.later(100));
          } finally {
            synchronized (lock) {
              n++;
            }
            n += await(p.later(1000));
          }
          for (int i = 0; i < 2; i++) {
            synchronized (lock) {
              if (i == 0) {
                continue;
              }
              n += i;
            }
            n += await(p.later(1));
          }
          return n + "" + Thread.holdsLock(lock);
        });
  }

  static abstract class Shape {
    final String name;

    Shape(String name, int... sizes) {
      this.name = name + sizes.length;
    }

    abstract Future<String> draw(Probe p);
  }

  static Future<?> anonymousWithArgumentsAndCaptures(Probe p) {
    return async(
        () -> {
          String around = await(p.later("around"));
          int[] count = {0};
          Shape shape =
              new Shape(await(p.later("anonymous")), await(p.later(1)), count[0]++) {
                private int drawn = count[0];

                @Override
                Future<String> draw(Probe q) {
                  drawn++;
                  return async(() -> name + around + drawn + await(q.later(count[0]++)) + this.drawn);
                }
              };
          return await(shape.draw(p)) + await(shape.draw(p)) + count[0];
        });
  }

  static class Holder<T> {
    T value;
    T[] many;
    static long count;

    @SafeVarargs
    Holder(T value, T... many) {
      this.value = value;
      this.many = many;
    }

    Future<T> swap(Probe p, T other) {
      return async(
          () -> {
            T old = value;
            value = many[await(p.later(0))] = await(p.later(other));
            count += count++ + await(p.later(2L)) + ++count;
            return old;
          });
    }
  }

  static Future<?> fieldsOfGenericClasses(Probe p) {
    return async(
        () -> {
          Holder.count = 1;
          Holder<String> holder = new Holder<>("a", "b", await(p.later("c")));
          holder.value += await(holder.swap(p, "d")) + holder.value;
          new Holder<>(await(p.later(1))).value++;
          return holder.value + holder.many[0] + Holder.count;
        });
  }

  static Future<?> shiftsAndNarrowings(Probe p) {
    return async(
        () -> {
          long l = -1L >>> await(p.later(60)) << await(p.later(2L));
          int i = (int) (l + await(p.later(1L << 40)));
          byte b = (byte) (i += await(p.later(3.7f)));
          char c = (char) -await(p.later(1));
          short s = (short) (c >>> await(p.later(1)));
          float f = i / await(p.later(2f));
          double d = ~i % await(p.later(3.5)) - -l;
          boolean z = i < await(p.later(5)) ^ f >= await(p.later(1f)) ^ d != await(p.later(0.0)) ^ (Object) b == await(p.later((Object) "x"));
          return l + " " + i + " " + b + " " + (int) c + " " + s + " " + f + " " + d + " " + z;
        });
  }

  static Future<?> errorsOfTheMachine(Probe p) {
    return async(
        () -> {
          String said = "";
          Object o = "text";
          for (int i = 0; i < 5; i++) {
            try {
              said +=
                  switch (await(p.later(i))) {
                    case 0 -> ((Integer) o) + await(p.later(1));
                    case 1 -> new int[-await(p.later(1))].length;
                    case 2 -> (new int[2][1])[await(p.later(1))][await(p.later(7))];
                    case 3 -> ((String) await(p.later(new Object[1]))[0]).length();
                    default -> await(p.<Integer>fail(new StackOverflowError("deep")));
                  };
            } catch (ClassCastException | NegativeArraySizeException | ArrayIndexOutOfBoundsException e) {
              said += e.getClass().getSimpleName() + await(p.later(i));
            } catch (NullPointerException | StackOverflowError e) {
              said += e.getClass().getName() + await(p.later(i));
            }
          }
          return said;
        });
  }

  static Future<?> constantConditions(Probe p) {
    return async(
        () -> {
          final boolean debug = false;
          int n;
          if (debug) {
            n = await(p.later(1));
          } else if (true) {
            n = await(p.later(2));
          } else {
            return await(p.later("never"));
          }
          while (!debug) {
            n += await(p.later(1));
            if (n > 4) break;
          }
          ;
          {}
          lonely: ;
          return n + (debug && await(p.later(true)) ? "x" : "y") + (!debug || await(p.later(true)));
        });
  }
}
