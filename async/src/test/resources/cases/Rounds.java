package cases;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.async.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Ways out of an iteration that is left and entered again in its midst.
class Rounds {
  record Pair(Object left, Object right) {}

  static Future<?> threeDeepWithWorkBehindEachLoop(Probe p) {
    return async(() -> {
      int sum = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 2; j++) {
          for (int k = 0; k < 2; k++) {
            sum += await(p.later(i + j + k));
            p.log(sum);
          }
          sum *= await(p.later(2));
        }
        p.log("outer " + sum);
        sum -= i;
      }
      return sum;
    });
  }

  static Future<?> continueOuterFromTheInnermost(Probe p) {
    return async(() -> {
      StringBuilder s = new StringBuilder();
      outer:
      for (int i = 0; i < 3; i++) {
        middle:
        for (int j = 0; ; j++) {
          do {
            int n = await(p.later(i * j));
            s.append(n);
            if (n > 3) {
              continue outer;
            }
            if (n == 2) {
              continue middle;
            }
            if (j > 4) {
              break middle;
            }
          } while (await(p.later(i + j == 3)) && s.length() < 30);
          s.append(',');
        }
        s.append(';');
      }
      return s.toString();
    });
  }

  static Future<?> tryAgainUntilItDoesNotThrow(Probe p) {
    return async(() -> {
      int tries = 0;
      while (true) {
        try {
          int n = await(p.later(tries));
          tries++;
          if (n < 3) {
            throw new IllegalStateException("again " + n);
          }
          return new Pair(n, tries > 3 ? "late" : "early");
        } catch (IllegalStateException e) {
          p.log(e.getMessage());
        } finally {
          p.log("finally " + await(p.later(tries)));
        }
      }
    });
  }

  static Future<?> tryAroundTheLoopAndHandlerWithAnotherLoop(Probe p) {
    return async(() -> {
      int sum = 0;
      for (int i = 0; i < 3; i++) {
        try {
          for (int j = 0; j < 5; j++) {
            sum += 12 / (2 - await(p.later(j)));
          }
        } catch (ArithmeticException e) {
          while (sum % 7 != 0) {
            sum += await(p.later(1));
            p.log(sum);
          }
        }
      }
      return sum;
    });
  }

  static Future<?> handlerCoversTheHeaderAndNotTheAwait(Probe p) {
    return async(() -> {
      int n = 5;
      int caught = 0;
      while (true) {
        try {
          if (12 / n < 0) {
            return caught + " caught";
          }
        } catch (ArithmeticException e) {
          caught++;
        }
        n -= await(p.later(1));
      }
    });
  }

  static Future<?> handlerCoversTheAwaitAndNotTheHeader(Probe p) {
    return async(() -> {
      int caught = 0;
      for (int n = 4; n > -3; n--) {
        String text = "n" + n;
        try {
          text += 12 / await(p.later(n));
        } catch (ArithmeticException e) {
          text += e.getMessage();
          caught += await(p.later(1));
        }
        p.log(text);
      }
      return caught;
    });
  }

  static Future<?> conditionAmongArgumentsBehindTheLoop(Probe p) {
    return async(() -> {
      for (int i = 0; ; i++) {
        boolean even = await(p.later(i % 2 == 0));
        if (i > 2) {
          return new Pair(even ? "even" : "odd", new Pair(i > 5 ? 1 : 2, even || i > 3 ? "x" : "y"));
        }
      }
    });
  }

  static Future<?> conditionAndAwaitAmongArgumentsInTheLoop(Probe p) {
    return async(() -> {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        pairs.add(new Pair(i % 2 == 0 ? "even" : await(p.later("odd")), await(p.later(i))));
        pairs.add(new Pair(await(p.later(i)) > 1 ? "big" : "small", i));
      }
      return pairs;
    });
  }

  static Future<?> lambdasAndSwitchesBehindAnAwait(Probe p) {
    return async(() -> {
      List<Supplier<String>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int n = await(p.later(i));
        switch (n) {
          case 1:
            all.add(() -> "one");
            break;
          case 3:
            continue;
          case 1_000_000:
            return "never";
          default:
            all.add(() -> "n" + n);
        }
        String word = await(p.later(n > 2 ? "great" : "small"));
        switch (word) {
          case "great" -> all.add(() -> word + n);
          case "small" -> p.log(word);
          default -> throw new AssertionError(word);
        }
      }
      StringBuilder text = new StringBuilder();
      for (Supplier<String> each : all) {
        text.append(each.get());
      }
      return text.toString();
    });
  }

  static Future<?> bodiesMadeInALoopAroundALoop(Probe p) {
    return async(() -> {
      int sum = 0;
      for (int i = 0; i < 3; i++) {
        int n = i;
        sum += await(async(() -> n + await(p.later(1))));
        for (int j = 0; j < 2; j++) {
          sum += await(p.later(j));
        }
      }
      return sum;
    });
  }

  static Future<?> variablesOfOneIterationOnly(Probe p) {
    return async(() -> {
      long total = 0;
      for (int i = 0; i < 3; i++) {
        {
          long big = await(p.later(1L << 40)) + i;
          double half = big / 2.0;
          total += (long) half + await(p.later(i));
        }
        String text = "t" + total;
        Object other = i == 1 ? text : Integer.valueOf(i);
        total += await(p.later(text.length())) + other.hashCode() % 5;
      }
      return total;
    });
  }

  static Future<?> loopWithoutAwaitInside(Probe p) {
    return async(() -> {
      int sum = 0;
      while (sum < 40) {
        int step = await(p.later(3));
        for (int i = 0; i < step; i++) {
          sum += i;
          for (int j = i; j > 0; j--) {
            sum++;
          }
        }
      }
      return sum;
    });
  }

  static Future<?> finallyWithALoopAfterReturn(Probe p) {
    return async(() -> {
      int[] counts = new int[2];
      for (int i = 0; ; i++) {
        try {
          if (await(p.later(i)) == 2) {
            return counts[0];
          }
        } finally {
          for (int j = 0; j < 2; j++) {
            counts[j] += await(p.later(j + 1));
            p.log(counts[j]);
          }
        }
      }
    });
  }
}
