package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.async.Async;
import dev.wakerobin.async.AsyncAction;
import dev.wakerobin.async.AsyncBody;
import dev.wakerobin.async.Probe;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Odd but legal: what people write once a year.
class Puzzles {
  sealed interface Shape<T> permits Circle, Pair, Nothing {}

  record Circle<T>(T radius) implements Shape<T> {}

  record Pair<T>(Shape<T> left, Shape<T> right) implements Shape<T> {}

  enum Nothing implements Shape<Object> {
    NONE
  }

  @SuppressWarnings("unchecked")
  static Future<?> nestedRecordsOfASealedType(Probe p) {
    return async(
        () -> {
          Object[] shapes = {
            new Pair<>(new Circle<>(1), new Pair<>(new Circle<>(2), new Circle<>(3))),
            new Circle<>("x"),
            Nothing.NONE
          };
          StringBuilder all = new StringBuilder();
          for (Object each : shapes) {
            all.append(
                switch ((Shape<Object>) each) {
                  case Circle<Object>(Integer i) when i > await(p.later(1)) -> "big " + i;
                  case Circle<Object>(var r) -> {
                    String s = "circle " + await(p.later(r));
                    yield s + await(p.later('!'));
                  }
                  case Pair<Object>(Circle<Object>(var a), Pair<Object>(var b, var _)) ->
                      a + "/" + await(p.later(b));
                  case Pair<Object> pair -> "pair " + await(p.later(pair.left()));
                  case Nothing n -> n.name() + await(p.later(n.ordinal()));
                });
          }
          return all.toString();
        });
  }

  static Future<?> nullInAPatternSwitch(Probe p) {
    return async(
        () -> {
          String all = "";
          for (Object o : new Object[] {null, 1, "s", 2L}) {
            all +=
                switch (await(p.later(new Object[] {o}))[0]) {
                  case null -> "null" + await(p.later(0));
                  case String s when s.isEmpty() -> "never";
                  case String s -> s + await(p.later(s.length()));
                  case Integer i when await(p.later(i)) == 2 -> "never";
                  case Integer i -> i + await(p.later(i));
                  default -> o.getClass().getSimpleName() + await(p.later("?"));
                };
          }
          return all;
        });
  }

  private int[] ints = {5, 6, 7};
  private static long total = 3;

  static Future<?> assignmentsToAwaitedPlaces(Probe p) {
    return async(
        () -> {
          Puzzles q = new Puzzles();
          total = 3;
          int[][] grid = new int[await(p.later(2))][await(p.later(3))];
          grid[await(p.later(1))][await(p.later(2))] += await(p.later(9)) << await(p.later(1));
          grid[await(p.later(0))][grid[1][0]++]--;
          await(p.later(q)).ints[await(p.later(1))] *= await(p.later(4));
          int old = await(p.later(q)).ints[await(p.later(2))]++ + await(p.later(100));
          total += await(p.later(4)) * await(p.later(2L));
          total <<= await(p.later(2));
          byte b = 100;
          b += await(p.later(100));
          char c = 'a';
          c += await(p.later(1));
          short s = 1;
          s = (short) -await(p.later(s));
          String text = "t";
          text += c + await(p.later('x')) + text + await(p.later(1.5f));
          double[] d = {1, 2};
          d[await(p.later(1))] /= await(p.later(4));
          long[] longs = {1L << 40};
          longs[0] >>>= await(p.later(3));
          boolean f = false;
          f |= await(p.later(true)) ^ await(p.later(false));
          return List.of(grid[1][2], grid[0][0], q.ints[1], q.ints[2], old, total, b, c, s, text, d[1], longs[0], f);
        });
  }

  static Future<?> assignmentsAsValues(Probe p) {
    return async(
        () -> {
          int a;
          int b;
          long c;
          c = b = a = await(p.later(4));
          int[] array = new int[6];
          int i = 0;
          array[i++] = array[i++] = i = await(p.later(5)) - i;
          if ((a = await(p.later(8))) > 7 && (b = await(p.later(a))) > 7 || (c = 0) == await(p.later(1L))) {
            c += a + b;
          }
          return a + " " + b + " " + c + " " + i + java.util.Arrays.toString(array);
        });
  }

  static Future<?> boxedNulls(Probe p) {
    return async(
        () -> {
          Integer nothing = null;
          try {
            int n = await(p.later(1)) + (await(p.later(true)) ? nothing : 0);
            return n;
          } catch (NullPointerException e) {
            Object mixed = await(p.later(true)) ? 1 : await(p.later(2.0));
            Long boxed = 5L;
            boxed++;
            boxed += await(p.later(2));
            Character ch = 'a';
            ch++;
            return mixed + " " + boxed + " " + (await(p.later(127)).equals(127)) + ch;
          }
        });
  }

  static Future<?> notYetInitialised(Probe p) {
    return async(
        () -> {
          final String s;
          int n;
          long unused;
          if (await(p.later(true))) {
            s = "then" + await(p.later(1));
            n = 1;
          } else {
            s = "else";
            n = await(p.later(2));
            unused = 3;
          }
          boolean done;
          do {
            int inner = await(p.later(n));
            done = inner > 2;
            n += inner;
          } while (!done);
          return s + n;
        });
  }

  static Future<?> codeThatIsNeverReached(Probe p) {
    return async(
        () -> {
          int n = 0;
          if (false) {
            n = await(p.later(1));
          }
          for (; ; ) {
            if (await(p.later(n++)) > 2) {
              break;
            }
            while (true) {
              await(p.later("x"));
              if (n > 0) {
                break;
              }
            }
          }
          do {
            if (n < 0) {
              continue;
            }
            return await(p.later(n)) + (true ? "t" : "f" + await(p.later(2)));
          } while (false);
          throw new IllegalStateException();
        });
  }

  static Future<?> jumpsThroughFinally(Probe p) {
    return async(
        () -> {
          int rounds = 0;
          outer:
          for (int i = 0; ; i++) {
            try {
              try {
                switch (await(p.later(i))) {
                  case 0:
                    continue outer;
                  case 1:
                    rounds += 10;
                  case 2:
                    rounds += await(p.later(100));
                    break;
                  case 3:
                    throw new IllegalStateException("three");
                  default:
                    break outer;
                }
                p.log("after " + i);
              } finally {
                rounds++;
                if (i == 2) {
                  await(p.later("continue"));
                  continue;
                }
                p.log("inner " + await(p.later(i)));
              }
            } catch (IllegalStateException e) {
              p.log(e.getMessage() + await(p.later(rounds)));
            } finally {
              try {
                p.log("outer " + await(p.later(i)));
              } finally {
                rounds += 1000;
              }
            }
          }
          block:
          {
            if (await(p.later(rounds)) > 0) {
              break block;
            }
            rounds = -1;
          }
          return rounds;
        });
  }

  @SuppressWarnings("finally")
  static Future<?> finallyThatWins(Probe p) {
    return async(
        () -> {
          for (int i = 0; i < 3; i++) {
            try {
              if (i == 0) {
                throw new Exception("lost");
              }
              return "first " + await(p.later(i));
            } finally {
              if (await(p.later(i)) < 2) {
                continue;
              }
            }
          }
          return "never";
        });
  }

  static Future<?> resourcesOfManyKinds(Probe p) {
    return async(
        () -> {
          Probe.Resource outside = p.resource("outside");
          try (outside;
              Probe.Resource none = await(p.later(true)) ? null : p.resource("none");
              Probe.Resource a = await(p.later(p.resource("a" + await(p.later(1)))));
              AutoCloseable lambda = () -> p.log("closed lambda")) {
            p.log(await(p.later(a)));
            try (Probe.Resource b = p.failingResource("b")) {
              return await(p.later(b)) + "" + none;
            } catch (IllegalArgumentException e) {
              await(p.later(1));
              throw new IllegalStateException("wrapped", e);
            }
          } catch (IllegalStateException e) {
            return e.getMessage() + await(p.later(e.getCause().getMessage())) + e.getSuppressed().length;
          }
        });
  }

  static Future<?> constructorArguments(Probe p) {
    return async(
        () -> {
          Object o = new StringBuilder(new String(new char[] {await(p.later('a')), 'b'}, await(p.later(0)), await(p.later(2)))).append(await(p.later(1L)));
          Object anonymous =
              new ArrayList<Object>(List.of(await(p.later(1)))) {
                private final int extra = 3;

                {
                  add(extra);
                }
              };
          return o + "" + anonymous + new Circle<>(new Circle<>(await(p.later(2)))) + new int[] {1, await(p.later(2))}[await(p.later(1))];
        });
  }

  static Future<?> exceptionInConstructorAfterAwait(Probe p) {
    return async(
        () -> {
          try {
            return new ArrayList<Object>(await(p.later(1)) - 2);
          } catch (IllegalArgumentException e) {
            return await(p.later(e.getMessage()));
          }
        });
  }

  private class Inner {
    private final int n;

    Inner(int n) {
      this.n = n;
    }

    class Innermost {
      Future<Integer> sum(Probe p) {
        return async(() -> ints[0] + n + await(p.later(Puzzles.this.ints[await(p.later(1))] + Inner.this.n)));
      }
    }
  }

  static Future<?> innermostClass(Probe p) {
    return async(
        () -> {
          Puzzles q = new Puzzles();
          Inner.Innermost innermost = q.new Inner(await(p.later(1))).new Innermost();
          return await(innermost.sum(p)) + await(await(p.later(q)).new Inner(await(p.later(4))).new Innermost().sum(p));
        });
  }

  private String greet(String s) {
    return "hi " + s + ints.length;
  }

  @Override
  public String toString() {
    return "puzzles";
  }

  private Future<?> references(Probe p) {
    return async(
        () -> {
          Function<String, String> own = this::greet;
          Supplier<String> above = super::toString;
          IntFunction<int[]> arrays = int[]::new;
          Supplier<List<Object>> lists = ArrayList::new;
          BiFunction<Object, Object, Object> pairs = Map::entry;
          Runnable r = (Runnable & Serializable) () -> p.log("ran " + ints[0]);
          await(p.later(1));
          r.run();
          Callable<Callable<String>> deep = () -> () -> own.apply("x") + arrays.apply(ints[0]).length;
          int before = await(p.later(2));
          Supplier<Supplier<Integer>> deeper = () -> () -> before + ints[1];
          return own.apply(await(p.later("y"))) + lists.get() + pairs.apply(1, before) + deep.call().call() + deeper.get().get() + above.get().contains("Puzzles@");
        });
  }

  static Future<?> lambdasInLambdas(Probe p) {
    return new Puzzles().references(p);
  }

  interface Named {
    String name();

    private String twice() {
      return name() + name();
    }

    private Future<String> slowly(Probe p) {
      return async(() -> twice() + await(p.later(name())));
    }

    default Future<String> greeting(Probe p) {
      return async(() -> "dear " + await(slowly(p)) + twice());
    }

    static Future<String> of(Probe p, Named named) {
      return async(() -> await(named.greeting(p)) + await(p.later(named.twice())));
    }
  }

  enum Names implements Named {
    ADA {
      @Override
      public Future<String> greeting(Probe p) {
        return async(() -> "countess " + await(super.greeting(p)) + hidden(1));
      }
    },
    BOB;

    protected String hidden(int n) {
      return "hidden" + n;
    }
  }

  static Future<?> defaultAndPrivateMethodsOfInterfaces(Probe p) {
    return async(() -> await(Named.of(p, Names.ADA)) + await(Named.of(p, Names.BOB)) + await(Named.of(p, () -> "lambda")));
  }

  static <T extends Comparable<? super T> & Serializable> T most(T a, T b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  @SafeVarargs
  static <T> List<T> list(String s, T... many) {
    List<T> all = new ArrayList<>(List.of(many));
    return all;
  }

  static Future<?> genericsAndVarargs(Probe p) {
    return async(
        () -> {
          var mixed = list("s", 1, await(p.later("two")), 3.0);
          var first = mixed.getFirst();
          Map<String, ? extends List<? super Integer>> wild = new LinkedHashMap<>(Map.of("k", list(await(p.later("s")), 1)));
          return most(await(p.later(3)), await(p.later(4))) + most("a", await(p.later("b"))) + mixed + first
              + wild.get(await(p.later("k"))) + String.format("%s%s", await(p.later(1)), await(p.later(2L))) + list("none");
        });
  }

  static Future<?> patternsOutOfIfs(Probe p) {
    return async(
        () -> {
          Object o = await(p.later("text"));
          if (!(o instanceof String s)) {
            return await(p.later("none"));
          }
          if (o instanceof String t && t.length() > await(p.later(3)) && await(p.later(t)) instanceof String u) {
            s += t + u;
          }
          while (!(await(p.later((Object) s.length())) instanceof Integer n && n > 15)) {
            s += "+";
          }
          return s + n;
        });
  }

  static Future<?> switchesInSwitches(Probe p) {
    return async(
        () -> {
          int n = 1;
          String r =
              switch (n) {
                case 1 -> {
                  int inner =
                      switch (await(p.later("b"))) {
                        case "a" -> 1;
                        case "b" -> {
                          try {
                            yield Integer.parseInt(await(p.later("zz")));
                          } catch (NumberFormatException e) {
                            yield await(p.later(7));
                          } finally {
                            p.log("finally " + await(p.later(0)));
                          }
                        }
                        default -> throw new IllegalStateException(await(p.later("no")));
                      };
                  yield "r" + inner;
                }
                default -> "d" + await(p.later(1));
              };
          char c = await(p.later('x'));
          switch (c) {
            case 'x', 'y' -> r += await(p.later(c));
            case 'z' -> r += "z";
            default -> {}
          }
          Names name = await(p.later(Names.BOB));
          switch (name) {
            case ADA:
              return "ada";
            case BOB:
              r += 1 + switch (name) { case ADA -> 2; case BOB -> await(p.later(3)); };
          }
          return r;
        });
  }

  static Future<?> textBlocksAndConcatenation(Probe p) {
    return async(
        () ->
            """
            Dear %s,
              %d times "hello"\
            """
                .formatted(await(p.later("Ada")), await(p.later(3)))
            + 1 + await(p.later(2)) + 'c' + 1.0f + null + await(p.later(4L)) + true + (char) (await(p.later('a')) + 1));
  }

  static Future<?> iteratorsOfOurOwn(Probe p) {
    return async(
        () -> {
          Iterable<Integer> three =
              () ->
                  new Iterator<>() {
                    private int n;

                    @Override
                    public boolean hasNext() {
                      return n < 3;
                    }

                    @Override
                    public Integer next() {
                      return n++;
                    }
                  };
          int sum = 0;
          for (final int n : three) {
            for (long l : new long[] {await(p.later(1L)), 2}) {
              for (char c : ("" + await(p.later(n))).toCharArray()) {
                sum += c + l + await(p.later(n));
              }
            }
          }
          for (String[] row : new String[][] {{"a", "b"}, {}, {"c"}}) {
            for (String cell : row) {
              sum += await(p.later(cell)).length();
            }
          }
          return sum;
        });
  }

  static final Future<Integer> MADE_IN_STATIC_INIT = async(() -> await(Later.ONE) + 1);

  enum Later implements Future<Integer> {
    ONE;

    @Override
    public dev.wakerobin.Poll<Integer> poll(dev.wakerobin.Context context) {
      return dev.wakerobin.Poll.ready(1);
    }
  }

  static class Above {
    final String made;

    Above(String made) {
      this.made = made;
    }

    Future<String> hello(Probe p) {
      return async(() -> made + await(p.later("above")));
    }
  }

  static class Below extends Above {
    final Future<String> own;

    Below(Probe p, String s) {
      Future<String> before = async(() -> s + await(p.later("before")));
      super(s + "!");
      own = async(() -> await(before) + made + await(super.hello(p)));
    }

    @Override
    Future<String> hello(Probe p) {
      return async(() -> await(super.hello(p)) + await(Below.super.hello(p)) + await(own));
    }
  }

  static Future<?> beforeTheConstructorAbove(Probe p) {
    return new Below(p, "s").hello(p);
  }

  interface Step<T> extends AsyncBody<T> {
    default Step<T> named(String name) {
      return this;
    }
  }

  interface Always extends AsyncBody<String> {
    String word() throws Exception;

    @Override
    default String run() throws Exception {
      return "always " + word();
    }
  }

  interface Twice extends AsyncBody<String> {
    Future<String> each();

    @Override
    default String run() throws Exception {
      String first = await(each());
      return first + await(each());
    }
  }

  interface Wordy extends AsyncAction {
    void run(String word);

    @Override
    default void run() throws Exception {
      run("word" + await(Later.ONE));
    }
  }

  static Future<?> bodiesThatCallTheirLambdas(Probe p) {
    Twice twice = () -> p.later("x");
    Wordy wordy = word -> p.log(word);
    Wordy other = p::log;
    return async(() -> await(async(twice)) + await(async(wordy)) + await(async(other)) + await(async((AsyncAction) other)));
  }

  static Future<?> bodiesOfSubInterfaces(Probe p) {
    Step<Integer> step = () -> await(p.later(1)) + 1;
    Always always = () -> "word";
    return async(() -> await(async(step.named("x"))) + await(async(always)));
  }

  static Future<?> bodyThatIsCalledThrough(Probe p) {
    AsyncBody<String> body = () -> await(p.later("a"));
    AsyncBody<String> again = body::run;
    AsyncAction action = () -> p.log(await(p.later("b")));
    return async(
        () -> {
          Unit u = await(async(action));
          return await(async(body)) + await(async(again)) + u;
        });
  }

  static Future<?> allOfGenerics(Probe p) {
    return async(
        () -> {
          List<Future<String>> many = new ArrayList<>();
          for (String s : "a b c".split(" ")) {
            many.add(async(() -> s + s.length()));
          }
          List<? extends Comparable<?>> both = awaitAll(p.later(1), p.later("x"));
          return Async.awaitAll(many) + "" + both + awaitAll() + Async.<Object>awaitAll(p.later(2L));
        });
  }

  static Future<?> unnamedVariables(Probe p) {
    return async(
        () -> {
          int n = 0;
          for (var _ : List.of(1, 2)) {
            var _ = await(p.later(n++));
          }
          try {
            await(p.fail(new java.io.IOException("x")));
          } catch (java.io.IOException _) {
            n += await(p.later(10));
          }
          Function<Object, String> f = _ -> "f";
          return n + f.apply(await(p.later(1)));
        });
  }

  static Future<?> wideOperandsBelow(Probe p) {
    return async(
        () -> {
          long l = 1L << 33;
          double d = 0.5;
          return Math.fma(d, (double) await(p.later(l)), d * await(p.later(2.0))) + (l < await(p.later(2L)) ? l : -l) + (float) d / await(p.later(3)) + Long.compare(l, await(p.later(l)));
        });
  }

  static Future<?> conditionalChains(Probe p) {
    return async(
        () -> {
          boolean t = await(p.later(true));
          int n = t ? await(p.later(false)) ? 1 : await(p.later(true)) & t ? 2 : 3 : await(p.later(4));
          boolean both = !(await(p.later(n)) == 2) == !t | await(p.later(false)) || await(p.later(n > 1));
          return n + (both ? "both" : "none") + (await(p.later(n)) > 1 == t ? new Object[] {n}[0] : await(p.later('c')));
        });
  }
}
