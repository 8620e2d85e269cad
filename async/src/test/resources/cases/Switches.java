package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;

class Switches {
  sealed interface Shape {}

  record Circle(int r) implements Shape {}

  record Box(int w, int h) implements Shape {}

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  static Future<?> switchStatement(Probe p) {
    return async(() -> {
      String s = "";
      for (int i = 0; i < 4; i++) {
        switch (await(p.later(i))) {
          case 0:
            s += await(p.later("zero"));
          case 1:
            s += "one";
            break;
          case 2:
            s += await(p.later("two"));
            continue;
          default:
            s += "more";
        }
        s += ";";
      }
      return s;
    });
  }

  static Future<?> stringSwitch(Probe p) {
    return async(() -> {
      String s = "";
      for (String k : new String[] {"a", "Aa", "BB", "z"}) {
        s += switch (await(p.later(k))) {
          case "a" -> await(p.later("1"));
          case "Aa" -> "2";
          case "BB" -> await(p.later("3"));
          default -> "?";
        };
      }
      return s;
    });
  }

  static Future<?> enumSwitch(Probe p) {
    return async(() -> {
      int n = 0;
      for (Color c : Color.values()) {
        n += switch (await(p.later(c))) {
          case RED -> 1;
          case GREEN -> await(p.later(10));
          case BLUE -> 100 * await(p.later(2));
        };
      }
      return n;
    });
  }

  static Future<?> switchExpressionWithYield(Probe p) {
    return async(() -> {
      int x = await(p.later(3));
      return 5 + switch (x) {
        case 1, 2 -> 0;
        case 3 -> {
          int y = await(p.later(x * 2));
          p.log("yield " + y);
          yield y + await(p.later(1));
        }
        default -> throw new IllegalStateException();
      };
    });
  }

  static Future<?> patternSwitch(Probe p) {
    return async(() -> {
      String s = "";
      for (Shape shape : new Shape[] {new Circle(1), new Box(2, 3), new Circle(9)}) {
        s += switch (await(p.later(shape))) {
          case Circle(int r) when r > 5 -> "big" + await(p.later(r));
          case Circle c -> "circle" + await(p.later(c.r()));
          case Box(int w, int h) -> "box" + (w + await(p.later(h)));
        };
      }
      return s;
    });
  }

  static boolean large(Future<Boolean> f) throws Exception {
    return true;
  }

  static Future<?> patternSwitchWithAwaitInGuard(Probe p) {
    return async(() -> {
      String s = "";
      for (Object o : new Object[] {1, "two", 3L, 40, "five"}) {
        s += switch (o) {
          case Integer i when await(p.later(i > 10)) -> "large " + i;
          case Integer i -> "int " + i;
          case String t when t.length() > await(p.later(3)) -> "long " + t;
          case String t -> t;
          default -> await(p.later("other"));
        } + ";";
      }
      return s;
    });
  }

  static Future<?> instanceofPattern(Probe p) {
    return async(() -> {
      Object o = await(p.later((Object) "text"));
      if (o instanceof String s && await(p.later(s.length() == 4))) {
        return s + await(p.later("!"));
      }
      return o;
    });
  }

  static Future<?> recordPattern(Probe p) {
    return async(() -> {
      Object o = await(p.later(new Box(3, 4)));
      if (o instanceof Box(int w, int h) && w < await(p.later(h))) {
        return w * h;
      }
      return 0;
    });
  }

  static Future<?> switchInTry(Probe p) {
    return async(() -> {
      String s = "";
      for (int i = 0; i < 3; i++) {
        try {
          s += switch (i) {
            case 0 -> await(p.later("a"));
            case 1 -> await(p.<String>fail(new IllegalStateException("b")));
            default -> "c";
          };
        } catch (IllegalStateException e) {
          s += "caught" + await(p.later(i));
        } finally {
          s += await(p.later("f"));
        }
      }
      return s;
    });
  }
}
