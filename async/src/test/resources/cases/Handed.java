package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import cases.other.Helpers;
import dev.wakerobin.Future;
import dev.wakerobin.async.AsyncAction;
import dev.wakerobin.async.AsyncBody;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/// Bodies that are kept, passed on, and named by reference, wherever their code may stand.
class Handed extends Helpers {
  private static final AsyncBody<String> CONSTANT = () -> "constant " + await(Probe.current().later(1));

  private String hidden = "field";
  private final AsyncBody<String> own = () -> "own " + await(Probe.current().later(hidden));

  private Handed() {
    super("handed");
  }

  static Future<?> inFields(Probe p) {
    return async(() -> await(async(CONSTANT)) + await(async(new Handed().own)) + await(async(CONSTANT)));
  }

  interface Constants {
    AsyncBody<String> HELLO = () -> "interface " + await(Probe.current().later("constant"));
  }

  enum Kind {
    PLAIN(() -> await(Probe.current().later("plain"))),
    TWICE(() -> await(Probe.current().later("tw")) + await(Probe.current().later("ice")));

    private final AsyncBody<String> body;

    Kind(AsyncBody<String> body) {
      this.body = body;
    }
  }

  static Future<?> inConstantsOfEnumsAndInterfaces(Probe p) {
    return async(
        () -> {
          String all = await(async(Constants.HELLO));
          for (Kind kind : Kind.values()) {
            all += await(async(kind.body));
          }
          return all;
        });
  }

  static <T> Future<List<T>> times(int n, AsyncBody<? extends T> body) {
    return async(
        () -> {
          List<T> all = new ArrayList<>();
          for (int i = 0; i < n; i++) {
            all.add(await(async(body)));
          }
          return all;
        });
  }

  static <T, R> AsyncBody<R> then(AsyncBody<T> body, Function<? super T, Future<R>> next) {
    return () -> await(next.apply(await(async(body))));
  }

  static Future<?> throughGenericMethods(Probe p) {
    int base = 3;
    return async(
        () -> {
          List<Object> mixed = new ArrayList<>(await(times(2, () -> base + await(p.later(1)))));
          mixed.addAll(await(times(1, then(() -> await(p.later("s")), s -> p.later(s + s)))));
          return mixed;
        });
  }

  static Future<?> inCollections(Probe p) {
    Map<String, AsyncBody<?>> bodies = new LinkedHashMap<>();
    for (String key : List.of("a", "b")) {
      bodies.put(key, () -> key + await(p.later(key.length())));
    }
    bodies.put("c", "text"::length);
    return async(
        () -> {
          String all = "";
          for (Map.Entry<String, AsyncBody<?>> one : bodies.entrySet()) {
            Object value = await(async(one.getValue()));
            all += one.getKey() + value;
          }
          return all;
        });
  }

  static Future<?> methodsOfAnotherPackage(Probe p) {
    Helpers visible = new Helpers("visible");
    Helpers hidden = Helpers.hidden();
    return async(
        () -> await(async(Helpers::stranger)) + await(async(visible::greet)) + await(async(hidden::greet)) + await(async(Handed::stranger)));
  }

  @Override
  public String greet() throws Exception {
    return "overridden " + await(Probe.current().later(hidden));
  }

  private Future<String> inherited() {
    return async(() -> await(async(this::greet)) + await(async((AsyncBody<String>) super::toString)).isEmpty());
  }

  static Future<?> methodsOfASuperclass(Probe p) {
    return new Handed().inherited();
  }

  static Future<?> methodsWithSeveralArguments(Probe p) {
    return async(() -> await(async((AsyncBody<String>) Helpers::all)) + await(async(() -> Helpers.all(await(p.later(1)), 2))));
  }

  static Future<?> methodsOfTheLibrary(Probe p) {
    List<String> list = new ArrayList<>(List.of("x", "y"));
    Iterator<String> queue = list.iterator();
    StringBuilder text = new StringBuilder("text");
    return async(
        () -> await(async("four"::length)) + await(async(queue::next)) + await(async(text::reverse)) + await(async(list::size))
            + await(async((AsyncBody<Map<String, String>>) Map::of)) + await(async((AsyncBody<List<String>>) ArrayList::new)) + await(async(Object::new)).equals(1));
  }

  static Future<?> methodsOfLambdas(Probe p) {
    Supplier<String> supplier = () -> "supplied";
    Callable<Integer> callable = "called"::length;
    Runnable run = () -> p.log("run");
    return async(
        () -> {
          await(async(run::run));
          return await(async(supplier::get)) + await(async(callable::call)) + await(p.later(1));
        });
  }

  static Future<?> methodsOfAProxy(Probe p) {
    @SuppressWarnings("unchecked")
    Supplier<String> proxy =
        (Supplier<String>)
            java.lang.reflect.Proxy.newProxyInstance(
                Handed.class.getClassLoader(), new Class<?>[] {Supplier.class}, (self, method, arguments) -> "proxy of " + method.getName());
    return async(() -> await(async(proxy::get)) + await(p.later(1)));
  }

  static Future<?> methodsOfAnArray(Probe p) {
    int[] array = {1, 2};
    return async(() -> await(async((AsyncBody<int[]>) array::clone)).length + await(p.later(1)));
  }

  interface Answer<T> {
    T answer() throws Exception;
  }

  record Constant(String answer) implements Answer<String> {}

  static final class Slow implements Answer<String> {
    @Override
    public String answer() throws Exception {
      return "slow" + await(Probe.current().later(1));
    }
  }

  static <T extends Answer<String>> Future<String> ask(T one) {
    return async(one::answer);
  }

  static Future<?> accessorsAndBridges(Probe p) {
    Answer<String> slow = new Slow();
    return async(() -> await(ask(new Constant("constant"))) + await(async(slow::answer)) + await(ask(new Slow())) + await(async(new Constant("x")::answer)));
  }

  static class Packaged {
    public String shown() throws Exception {
      return "shown" + await(Probe.current().later(1));
    }
  }

  public static class Public extends Packaged {}

  public static final class Final extends Packaged {
    Future<String> own() {
      return async(this::shown);
    }
  }

  static Future<?> aMethodOfAClassThatIsNotPublic(Probe p) {
    return async(() -> await(async(new Public()::shown)) + await(new Final().own()));
  }

  interface Marker {}

  static Future<?> aLambdaOfAnIntersection(Probe p) {
    var body = (AsyncBody<String> & Marker) () -> "marked " + await(p.later(1));
    return async(() -> await(async(body)) + (body instanceof Marker));
  }

  private class Inner {
    final String text = "inner of " + hidden;

    String slow() throws Exception {
      return text + await(Probe.current().later(hidden));
    }

    Future<String> both() {
      return async(() -> await(async(this::slow)) + await(async(Handed.this::greet)) + await(async(Inner::new)).text);
    }
  }

  static Future<?> ofOuterClasses(Probe p) {
    return new Handed().new Inner().both();
  }

  static Future<?> thatNeverReturn(Probe p) {
    Future<Integer> looping =
        async(
            () -> {
              for (int n = 0; ; n++) {
                if (await(p.later(n)) > 1) {
                  throw new IllegalStateException("after " + n);
                }
              }
            });
    Future<String> throwing =
        async(
            () -> {
              throw new java.io.IOException("at once" + await(p.later(1)));
            });
    return async(
        () -> {
          String said = "";
          for (Future<?> each : List.of(looping, throwing)) {
            try {
              await(each);
            } catch (IllegalStateException | java.io.IOException e) {
              said += e.getMessage();
            }
          }
          return said;
        });
  }

  static Future<?> nullReceiver(Probe p) {
    String none = p.note("x").equals("x") ? null : "y";
    return async(
        () -> {
          try {
            return await(async(none::length));
          } catch (NullPointerException e) {
            return await(p.later("null"));
          }
        });
  }

  static Future<?> actionsThatReturnSomething(Probe p) {
    List<String> list = new ArrayList<>(List.of("x"));
    Iterator<String> queue = list.iterator();
    AsyncAction action = queue::next;
    AsyncAction greeting = new Helpers("dropped")::greet;
    return async(
        () -> {
          await(async(action));
          return await(async(greeting)) + "" + queue.hasNext() + await(p.later(1));
        });
  }
}
