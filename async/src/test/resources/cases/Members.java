package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import cases.other.Base;
import dev.wakerobin.Future;
import dev.wakerobin.async.AsyncAction;
import dev.wakerobin.async.AsyncBody;
import dev.wakerobin.async.Probe;
import java.util.function.Function;

class Members extends Base implements Cloneable, Greeter {
  private static int counter;
  private int own = 1;
  private long wide = 10;

  private Members() {}

  private Members(int own, Probe p) {
    this.own = own;
  }

  private static class Inner {
    private String hidden;

    private Inner(String hidden) {
      this.hidden = hidden;
    }

    private String show() {
      return "<" + hidden + ">";
    }
  }

  private int twice(int x) {
    return 2 * x + own;
  }

  private static String secret(Object o) {
    return "secret " + o;
  }

  @Override
  protected String name() {
    return "overridden";
  }

  @Override
  public String toString() {
    return "Members";
  }

  static Future<?> variablesWithTheNamesOfAFrame(Probe p) {
    return new Members(3, p).namesOfAFrame(p, new Members(5, p));
  }

  /// A frame has a field for each, and for `this` one that it calls self.
  private Future<?> namesOfAFrame(Probe p, Members self) {
    int state = 7;
    Future<Integer> awaiting = p.later(1);
    return async(
        () -> {
          int stack0 = state + await(p.later(own));
          int self$2 = stack0 + await(p.later(self.own * 10)) + await(awaiting);
          return own + stack0 * 100 + self$2 * 1000 + self.own * await(p.later(stack0));
        });
  }

  static Future<?> privateField(Probe p) {
    Members m = new Members();
    return m.privateFieldOf(p);
  }

  private Future<?> privateFieldOf(Probe p) {
    return async(() -> {
      own += await(p.later(4));
      own++;
      wide = wide + own * await(p.later(2L));
      this.wide -= 1;
      counter = 5;
      counter += await(p.later(1));
      return own + " " + wide + " " + counter-- + counter;
    });
  }

  static Future<?> privateMethods(Probe p) {
    return new Members().privateMethodsOf(p);
  }

  private Future<?> privateMethodsOf(Probe p) {
    return async(() -> twice(await(p.later(4))) + secret(await(p.later("x"))));
  }

  static Future<?> privateConstructors(Probe p) {
    return async(() -> {
      Inner inner = new Inner(await(p.later("in")));
      inner.hidden += "side";
      Members m = new Members(7, p);
      new Members(await(p.later(1)), p);
      return inner.show() + inner.hidden + m.own;
    });
  }

  static Future<?> superCalls(Probe p) {
    return new Members().superCallsOf(p);
  }

  private Future<?> superCallsOf(Probe p) {
    return async(() -> super.name() + name() + await(p.later(1)) + super.toString().isEmpty()
        + Greeter.super.greet("g") + await(p.later(2)));
  }

  static Future<?> protectedMembersOfAnotherPackage(Probe p) {
    return new Members().protectedOf(p);
  }

  private Future<?> protectedOf(Probe p) {
    return async(() -> {
      shared += await(p.later(3));
      Members copy = (Members) clone();
      copy.shared++;
      everybodys += "b" + await(p.later(1));
      String s = everybodys;
      everybodys = "a";
      return shared + " " + copy.shared + inherited(await(p.later("i"))) + helper(1) + s;
    });
  }

  static Future<?> privateLambdasAndReferences(Probe p) {
    return new Members().lambdasOf(p);
  }

  private Future<?> lambdasOf(Probe p) {
    return async(() -> {
      int k = await(p.later(3));
      Function<Integer, Integer> f = x -> x + own + k;
      Function<Integer, Integer> g = this::twice;
      Function<Object, String> h = Members::secret;
      Function<String, Inner> i = Inner::new;
      await(p.later(1));
      return f.apply(1) + g.apply(2) + h.apply(3) + i.apply("r").show();
    });
  }

  static Future<?> methodReferenceAsBody(Probe p) {
    return async(new Members().with(p)::body);
  }

  private Probe probe;

  private Members with(Probe p) {
    probe = p;
    return this;
  }

  private String body() throws Exception {
    return "own " + own + await(probe.later(1));
  }

  String open() throws Exception {
    return "open " + await(probe.later(1));
  }

  static class Derived extends Members {
    @Override
    String open() throws Exception {
      return "derived " + await(((Members) this).probe.later(2));
    }
  }

  static Future<?> overriddenMethodReferenceAsBody(Probe p) {
    return async(() -> {
      String s = "";
      for (Members m : new Members[] {new Members(), new Derived()}) {
        m.probe = p;
        s += await(async(m::open));
      }
      return s;
    });
  }

  static Future<?> staticMethodReferenceAsBody(Probe p) {
    return async(Members::staticBody);
  }

  private static int staticBody() throws Exception {
    return await(Probe.current().later(42)) + 1;
  }

  static Future<?> objectAsBody(Probe p) {
    return async(new Body(p));
  }

  private static final class Body implements AsyncBody<String> {
    private static final long serialVersionUID = 1L;
    private final transient Probe p;
    private int runs;

    Body(Probe p) {
      this.p = p;
    }

    @Override
    public String run() throws Exception {
      runs++;
      return "run " + runs + await(p.later("!"));
    }
  }

  static Future<?> anonymousClassAsBody(Probe p) {
    return async(new AsyncAction() {
      private static final long serialVersionUID = 1L;

      @Override
      public void run() throws Exception {
        p.log("anonymous " + await(p.later(1)));
      }
    });
  }

  static Future<?> bodyInVariableUsedTwice(Probe p) {
    AsyncBody<Integer> body = () -> await(p.later(1)) + 1;
    return async(() -> await(async(body)) + await(async(body)) + await(async(body::run)));
  }

  static Future<?> bodyWithoutAwait(Probe p) {
    return async(() -> p.note("plain"));
  }

  static Future<?> bodyInInterface(Probe p) {
    return new Members().greetAsync(p);
  }
}

interface Greeter {
  default String greet(String s) {
    return "hi " + s;
  }

  private String hidden() {
    return "hidden";
  }

  default Future<String> greetAsync(Probe p) {
    return async(() -> hidden() + greet(await(p.later("i"))));
  }
}
