package dev.wakerobin.async;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a Java class with several random bodies: statements in statements, awaits anywhere.
///
/// All loops count down, so each program ends. Variables are ints, longs and strings.
final class RandomProgram {
  private static final int METHODS = 2;
  private static final int DEPTH = 3;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> ints = new ArrayList<>();
  private final List<String> longs = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private int names;

  RandomProgram(Random random) {
    this.random = random;
  }

  String source() {
    text.append("package cases; import static dev.wakerobin.async.Async.*;");
    text.append("import dev.wakerobin.*; import dev.wakerobin.async.*;\n");
    text.append("class Random { static record R(int a, long b, String c) {}\n");
    for (int i = 0; i < METHODS; i++) {
      ints.clear();
      longs.clear();
      strings.clear();
      ints.add("captured");
      text.append("static Future<?> m%d(Probe p) { int captured = %d;".formatted(i, i));
      text.append("return async(() -> {\nint v = 1; long w = 2; String s = \"s\";\n");
      ints.add("v");
      longs.add("w");
      strings.add("s");
      block(DEPTH);
      text.append("return s + v + w; }); }\n");
    }
    return text.append("}\n").toString();
  }

  private void block(int depth) {
    int statements = 1 + random.nextInt(3);
    int i = ints.size();
    int l = longs.size();
    int s = strings.size();
    for (int n = 0; n < statements; n++) {
      statement(depth);
    }
    ints.subList(i, ints.size()).clear();
    longs.subList(l, longs.size()).clear();
    strings.subList(s, strings.size()).clear();
  }

  private void statement(int depth) {
    int kind = random.nextInt(depth <= 0 ? 6 : 13);
    switch (kind) {
      case 0 -> declare();
      case 1 -> text.append("v %s %s;%n".formatted(pick("+=", "^=", "-=", "="), anInt(2)));
      case 2 -> text.append("w %s %s;%n".formatted(pick("+=", "*=", "="), aLong(2)));
      case 3 -> text.append("s = %s; if (s.length() > 60) s = \"\";%n".formatted(aString(2)));
      case 4 -> text.append("p.log(%s);%n".formatted(aString(2)));
      case 5 ->
          text.append(
              "if (%s) throw new IllegalStateException(%s);%n"
                  .formatted(random.nextInt(3) == 0 ? aBoolean(1) : "v == 12345", aString(1)));
      case 6 -> {
        text.append("if (%s) {%n".formatted(aBoolean(2)));
        block(depth - 1);
        text.append("} else {\n");
        block(depth - 1);
        text.append("}\n");
      }
      case 7 -> loop(depth);
      case 8, 9 -> tryStatement(depth);
      case 10 -> resource(depth);
      case 11 -> switchStatement(depth);
      default -> {
        text.append("{\n");
        block(depth - 1);
        text.append("}\n");
      }
    }
  }

  private void declare() {
    String name = "x" + names++;
    switch (random.nextInt(3)) {
      case 0 -> {
        text.append("int %s = %s;%n".formatted(name, anInt(2)));
        ints.add(name);
      }
      case 1 -> {
        text.append("long %s = %s;%n".formatted(name, aLong(2)));
        longs.add(name);
      }
      default -> {
        text.append("String %s = %s;%n".formatted(name, aString(2)));
        strings.add(name);
      }
    }
  }

  private void loop(int depth) {
    String name = "i" + names++;
    text.append(
        "for (int %s = %d; %s > 0; %s--) {%n".formatted(name, 1 + random.nextInt(3), name, name));
    text.append("if (%s) %s;%n".formatted(aBoolean(1), pick("break", "continue")));
    block(depth - 1);
    text.append("}\n");
  }

  private void tryStatement(int depth) {
    text.append("try {\n");
    block(depth - 1);
    if (random.nextBoolean()) {
      text.append("await(p.fail(new IllegalStateException(%s)));%n".formatted(aString(0)));
    }
    int kind = random.nextInt(3);
    if (kind != 0) {
      String name = "e" + names++;
      text.append(
          "} catch (IllegalStateException %s) { s += %s.getMessage();%n".formatted(name, name));
      block(depth - 1);
    }
    if (kind != 1) {
      text.append("} finally {\n");
      block(depth - 1);
    }
    text.append("}\n");
  }

  private void resource(int depth) {
    String name = "r" + names++;
    text.append(
        "try (Probe.Resource %s = p.%s(%s)) {%n"
            .formatted(name, pick("resource", "resource", "failingResource"), aString(1)));
    block(depth - 1);
    text.append("} catch (IllegalArgumentException %s) {%n".formatted("e" + names++));
    block(depth - 1);
    text.append("}\n");
  }

  private void switchStatement(int depth) {
    text.append("switch (%s & 3) { case 0:%n".formatted(anInt(2)));
    block(depth - 1);
    text.append(pick("break;", "")).append(" case 1: {\n");
    block(depth - 1);
    text.append("} default: {\n");
    block(depth - 1);
    text.append("} }\n");
  }

  private String anInt(int depth) {
    return switch (random.nextInt(depth <= 0 ? 2 : 8)) {
      case 0 -> Integer.toString(random.nextInt(5));
      case 1 -> pick(ints);
      case 2, 3 -> "await(p.later(%s))".formatted(anInt(depth - 1));
      case 4 ->
          "(%s %s %s)".formatted(anInt(depth - 1), pick("+", "-", "*", "^"), anInt(depth - 1));
      case 5 -> "(%s ? %s : %s)".formatted(aBoolean(depth - 1), anInt(depth - 1), anInt(depth - 1));
      case 6 -> "%s.length()".formatted(aString(depth - 1));
      default -> "v++";
    };
  }

  private String aLong(int depth) {
    return switch (random.nextInt(depth <= 0 ? 2 : 6)) {
      case 0 -> random.nextInt(5) + "L";
      case 1 -> pick(longs);
      case 2, 3 -> "await(p.later(%s))".formatted(aLong(depth - 1));
      case 4 -> "(%s %s %s)".formatted(aLong(depth - 1), pick("+", "*", "|"), aLong(depth - 1));
      default -> "new R(%s, %s, %s).b()".formatted(anInt(depth - 1), aLong(depth - 1), aString(0));
    };
  }

  private String aString(int depth) {
    return switch (random.nextInt(depth <= 0 ? 2 : 7)) {
      case 0 -> "\"" + (char) ('a' + random.nextInt(26)) + "\"";
      case 1 -> pick(strings);
      case 2, 3 -> "await(p.later(%s))".formatted(aString(depth - 1));
      case 4 -> "(%s + %s + %s)".formatted(aString(depth - 1), anInt(depth - 1), aLong(depth - 1));
      case 5 -> "new R(%s, %s, %s).c()".formatted(anInt(depth - 1), aLong(0), aString(depth - 1));
      default ->
          "(switch (%s & 1) { case 0 -> %s; default -> { p.log(\"y\"); yield %s; } })"
              .formatted(anInt(depth - 1), aString(depth - 1), aString(depth - 1));
    };
  }

  private String aBoolean(int depth) {
    return switch (random.nextInt(depth <= 0 ? 1 : 4)) {
      case 0 -> "(%s > %s)".formatted(anInt(depth - 1), anInt(depth - 1));
      case 1 -> "await(p.later(%s))".formatted(aBoolean(depth - 1));
      case 2 -> "(%s && %s)".formatted(aBoolean(depth - 1), aBoolean(depth - 1));
      default -> "(%s || %s)".formatted(aBoolean(depth - 1), aBoolean(depth - 1));
    };
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
