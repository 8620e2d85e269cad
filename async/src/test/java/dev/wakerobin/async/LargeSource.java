package dev.wakerobin.async;

import java.util.Map;

/// Bodies that are too long to be written by hand.
final class LargeSource {
  private static final String HEAD =
      """
      package cases;

      import static dev.wakerobin.async.Async.async;
      import static dev.wakerobin.async.Async.await;

      import dev.wakerobin.Future;
      import dev.wakerobin.async.Probe;

      """;

  private LargeSource() {}

  static Map<String, String> sources() {
    return Map.of("cases/Variables", variables(300), "cases/Jumps", jumps(500));
  }

  /// That many longs, all of them live across an await.
  private static String variables(int count) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("class Variables { static Future<?> variables(Probe p) { long seed = 7;\n");
    text.append("return async(() -> { await(p.later(0));\n");
    for (int i = 0; i < count; i++) {
      text.append("long v%d = %d + seed;%n".formatted(i, i));
    }
    text.append("await(p.later(1)); long sum = 0;\n");
    for (int i = 0; i < count; i++) {
      text.append("sum = sum * 31 + v%d;%n".formatted(i));
    }
    return text.append("return sum; }); } }\n").toString();
  }

  /// A loop around that many statements, so that its jumps go further than 32 KiB.
  static String jumps(int count) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("class Jumps { static Future<?> jumps(Probe p) { return async(() -> {\n");
    text.append("int n = 0; String s = \"\"; for (int i = 0; i < 3; i++) { try {\n");
    text.append("if (i == await(p.later(1))) { throw new IllegalStateException(\"far\"); }\n");
    for (int i = 0; i < count; i++) {
      text.append("n += i * %d + s.length() ^ %d;%n".formatted(i, i * 7 + 1000));
      text.append("s = n %% %d == 0 ? \"\" + n : s + i;%n".formatted(i + 2));
      text.append("s = s.length() > 9 ? \"\" : s;\n");
    }
    text.append("n += await(p.later(i)); } catch (IllegalStateException e) {\n");
    text.append("n += e.getMessage().length() + await(p.later(1)); } }\n");
    return text.append("return s + n; }); } }\n").toString();
  }

  /// That many awaits.
  static String awaits(int count) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("class Awaits { static Future<?> awaits(Probe p) { return async(() -> {\n");
    for (int i = 0; i < count; i++) {
      text.append("await(p.later(%d));%n".formatted(i));
    }
    return text.append("return 1; }); } }\n").toString();
  }
}
