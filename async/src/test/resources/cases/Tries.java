package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.io.IOException;

class Tries {
  static Future<?> awaitInTry(Probe p) {
    return async(() -> {
      try {
        return await(p.fail(new IOException("boom")));
      } catch (IOException e) {
        return "caught " + e.getMessage();
      }
    });
  }

  static Future<?> awaitInCatch(Probe p) {
    return async(() -> {
      try {
        throw new IOException("x");
      } catch (IOException e) {
        return await(p.later("in catch ")) + e.getMessage();
      }
    });
  }

  static Future<?> awaitInFinally(Probe p) {
    return async(() -> {
      try {
        p.log("try");
        return "value";
      } finally {
        p.log(await(p.later("finally")));
      }
    });
  }

  static Future<?> awaitInFinallyWhileThrowing(Probe p) {
    return async(() -> {
      try {
        throw new IOException("thrown");
      } finally {
        p.log(await(p.later("finally")));
      }
    });
  }

  static Future<?> awaitInAllThree(Probe p) {
    return async(() -> {
      String s = "";
      try {
        s += await(p.later("try "));
        await(p.fail(new IllegalStateException("oops")));
      } catch (IllegalStateException e) {
        s += await(p.later("catch ")) + e.getMessage();
      } finally {
        s += await(p.later(" finally"));
      }
      return s;
    });
  }

  @SuppressWarnings("finally")
  static Future<?> returnInFinally(Probe p) {
    return async(() -> {
      try {
        return await(p.fail(new IOException("lost")));
      } finally {
        return await(p.later("finally wins"));
      }
    });
  }

  @SuppressWarnings("finally")
  static Future<?> breakOutOfFinally(Probe p) {
    return async(() -> {
      int n = 0;
      while (true) {
        try {
          n += await(p.later(1));
          throw new IOException("swallowed");
        } finally {
          if (n > 2) {
            break;
          }
          continue;
        }
      }
      return n;
    });
  }

  static Future<?> nestedTries(Probe p) {
    return async(() -> {
      try {
        try {
          await(p.fail(new IOException("inner")));
        } finally {
          p.log("inner finally " + await(p.later(1)));
        }
      } catch (IOException e) {
        p.log("outer " + e.getMessage());
        try {
          await(p.fail(new IllegalArgumentException("second", e)));
        } catch (IllegalArgumentException f) {
          return f.getCause().getMessage() + await(p.later("!"));
        }
      } finally {
        p.log(await(p.later("outer finally")));
      }
      return "not here";
    });
  }

  static Future<?> multiCatch(Probe p) {
    return async(() -> {
      String s = "";
      for (int i = 0; i < 3; i++) {
        try {
          await(i == 0 ? p.fail(new IOException("io")) : p.fail(new IllegalStateException("st")));
        } catch (IOException | IllegalStateException e) {
          s += e.getMessage() + await(p.later(i));
        }
      }
      return s;
    });
  }

  static Future<?> catchesThrowable(Probe p) {
    return async(() -> {
      try {
        await(p.fail(new AssertionError("error")));
        return "no";
      } catch (Throwable e) {
        return e.toString();
      }
    });
  }

  static Future<?> uncaught(Probe p) {
    return async(() -> {
      p.log(await(p.later("before")));
      return await(p.fail(new IOException("uncaught")));
    });
  }

  static Future<?> rethrown(Probe p) {
    return async(() -> {
      try {
        return await(p.fail(new IOException("a")));
      } catch (IOException e) {
        throw new IllegalStateException("wrapped " + await(p.later("w")), e);
      }
    });
  }

  static Future<?> tryWithResources(Probe p) {
    return async(() -> {
      try (Probe.Resource a = p.resource("a");
          Probe.Resource b = p.resource(await(p.later("b")))) {
        p.log("using " + a + b);
        return await(p.later("used"));
      }
    });
  }

  static Future<?> tryWithResourcesThatFails(Probe p) {
    return async(() -> {
      try (Probe.Resource a = p.resource("a");
          Probe.Resource b = p.failingResource("b")) {
        return await(p.fail(new IOException("body")));
      }
    });
  }

  static Future<?> tryWithResourcesCaught(Probe p) {
    return async(() -> {
      try (Probe.Resource b = p.failingResource("b")) {
        await(p.later(1));
        throw new IOException("body " + b);
      } catch (IOException e) {
        return e.getMessage() + e.getSuppressed()[0].getMessage() + await(p.later(1));
      } finally {
        p.log("end");
      }
    });
  }

  static Future<?> nullResource(Probe p) {
    return async(() -> {
      try (Probe.Resource none = null) {
        return await(p.later("none " + none));
      }
    });
  }

  static Future<?> exceptionVariableLivesAcross(Probe p) {
    return async(() -> {
      Exception last = null;
      for (int i = 0; i < 3; i++) {
        try {
          await(p.fail(new IOException("e" + i)));
        } catch (IOException e) {
          if (last != null) {
            e.addSuppressed(last);
          }
          last = e;
        }
      }
      throw last;
    });
  }

  static Future<?> variableChangedInTryReadInHandler(Probe p) {
    return async(() -> {
      int step = 0;
      String s = "start";
      try {
        step = 1;
        s = await(p.later("one"));
        step = 2;
        await(p.fail(new IOException("x")));
        step = 3;
      } catch (IOException e) {
        return s + step;
      }
      return "no";
    });
  }

  static Future<?> divisionByZeroAfterAwait(Probe p) {
    return async(() -> {
      int zero = await(p.later(0));
      try {
        return 1 / zero;
      } catch (ArithmeticException e) {
        return await(p.later(-1));
      }
    });
  }

  static Future<?> synchronizedBlockBetweenAwaits(Probe p) {
    return async(() -> {
      int n = await(p.later(1));
      synchronized (p) {
        n++;
      }
      return n + await(p.later(1));
    });
  }

  static Future<?> nullIsAnError(Probe p) {
    return async(() -> {
      try {
        await(p.later(1));
        return null;
      } catch (NullPointerException e) {
        return "must not be caught here";
      }
    });
  }

  static Future<?> awaitOfNull(Probe p) {
    return async(() -> {
      Future<String> none = null;
      try {
        return await(none);
      } catch (NullPointerException e) {
        return "caught" + await(p.later(1));
      }
    });
  }
}
