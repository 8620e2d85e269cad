package dev.wakerobin.async;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Reads trees as statements, and writes the class that they make: a method with an async body for
/// each tree.
///
/// All loops count, so each program ends. Whatever may jump, return or throw does so on a
/// condition, so the compiler takes nothing for unreachable.
final class ProgramText {
  static final String CLASS = "cases/Random";

  private static final int FORMS = 22;

  private record Loop(String label, boolean isLoop) {}

  private final StringBuilder text = new StringBuilder();
  private final Deque<Loop> around = new ArrayDeque<>();
  private ProgramValues values = new ProgramValues();
  private String result = "";

  private ProgramText() {}

  static String of(List<Tree> bodies) {
    ProgramText program = new ProgramText();
    for (int i = 0; i < bodies.size(); i++) {
      program.body(i, bodies.get(i));
    }
    return ProgramFrame.around(program.text.toString());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void body(int number, Tree tree) {
    values = new ProgramValues();
    ValueType type = ValueType.any(tree.pick());
    boolean answers = tree.form(4) != 3;
    line(
        "static Future<?> m%d(Probe p) { int captured = %d; Box box = BOX;"
            .formatted(number, number));
    line("return async(() -> {");
    values.declare(ValueType.INT, "captured", false);
    for (ValueType each : ValueType.values()) {
      String name = each.field() + "0";
      line("%s %s = %s;".formatted(each.word(), name, each.literal(tree.pick() + 2)));
      values.declare(each, name, true);
    }
    result = answers ? values.of(type, tree.part(0)) : "";
    block(tree);
    line("%s}); }".formatted(answers ? "return " + values.of(type, tree.part(1)) + ";" : ""));
  }

  private void block(Tree tree) {
    List<Integer> mark = values.mark();
    for (Tree part : tree.parts()) {
      statement(part);
    }
    values.reset(mark);
  }

  private void statement(Tree tree) {
    switch (tree.form(FORMS)) {
      case 1, 2 -> declare(tree);
      case 3, 4, 5 -> line("%s;".formatted(values.assignment(ValueType.any(tree.pick()), tree)));
      case 6 -> {
        line("if (%s) {".formatted(condition(tree.part(0))));
        block(tree.part(1));
        line("} else {");
        block(tree.part(2));
        line("}");
      }
      case 7, 8 -> countedLoop(tree);
      case 9 -> whileLoop(tree);
      case 10 -> loopOverArray(tree);
      case 11, 12 -> tryCatch(tree, false);
      case 13 -> tryCatch(tree, true);
      case 14 -> tryFinally(tree);
      case 15, 16 -> resources(tree);
      case 17 -> switchStatement(tree);
      case 18 -> labelled(tree);
      case 19, 20 -> jump(tree);
      case 21 -> lambda(tree);
      default -> line("p.log(%s);".formatted(values.of(ValueType.any(tree.pick()), tree.part(0))));
    }
  }

  private String condition(Tree tree) {
    return values.of(ValueType.BOOLEAN, tree);
  }

  private void declare(Tree tree) {
    ValueType type = ValueType.any(tree.pick());
    String name = values.newName("x");
    line("%s %s = %s;".formatted(type.word(), name, values.of(type, tree.part(0))));
    values.declare(type, name, true);
  }

  private void inLoop(String head, Tree body, String tail) {
    String label = values.newName("loop");
    line("%s: %s {".formatted(label, head));
    around.push(new Loop(label, true));
    block(body);
    around.pop();
    line("}%s".formatted(tail));
  }

  private void countedLoop(Tree tree) {
    String name = values.newName("i");
    List<Integer> mark = values.mark();
    values.declare(ValueType.INT, name, false);
    int rounds = 1 + tree.pick() % 3;
    inLoop("for (int %s = %d; %s > 0; %s--)".formatted(name, rounds, name, name), tree, "");
    values.reset(mark);
  }

  private void whileLoop(Tree tree) {
    String name = values.newName("i");
    line("int %s = %d;".formatted(name, 1 + tree.pick() % 3));
    String test = "(" + name + "-- > 0 && " + condition(tree.part(0)) + ")";
    if (tree.pick() % 2 == 0) {
      inLoop("while " + test, tree.part(1), "");
    } else {
      inLoop("do", tree.part(1), " while " + test + ";");
    }
  }

  private void loopOverArray(Tree tree) {
    ValueType type = ValueType.any(tree.pick());
    String name = values.newName("e");
    String elements = values.of(type, tree.part(0)) + ", " + values.of(type, tree.part(1));
    String over =
        type == ValueType.STRING
            ? "java.util.List.of(" + elements + ")"
            : "new " + type.word() + "[] {" + elements + "}";
    List<Integer> mark = values.mark();
    values.declare(type, name, true);
    inLoop("for (%s %s : %s)".formatted(type.word(), name, over), tree.part(2), "");
    values.reset(mark);
  }

  private void fail(Tree tree) {
    String failure =
        tree.pick("IllegalStateException", "ArithmeticException", "java.io.IOException");
    line(
        "if (%s) { await(p.fail(new %s(%s))); }"
            .formatted(
                condition(tree.part(0)), failure, values.of(ValueType.STRING, tree.part(1))));
  }

  private void tryCatch(Tree tree, boolean ends) {
    String name = values.newName("e");
    line("try {");
    block(tree.part(0));
    fail(tree);
    line(
        "} catch (%s %s) {"
            .formatted(tree.pick("IllegalStateException", "RuntimeException"), name));
    line("p.log(%s.getMessage());".formatted(name));
    block(tree.part(1));
    if (tree.pick() % 3 == 0) {
      line("throw %s;".formatted(name));
    }
    line("} catch (java.io.IOException | Error %s) {".formatted(name));
    line(
        "p.log(%s.getMessage() + %s);"
            .formatted(name, values.of(ValueType.INT, tree.part(1).part(0))));
    block(tree.part(2));
    if (ends) {
      line("} finally {");
      block(tree.part(3));
    }
    line("}");
  }

  private void tryFinally(Tree tree) {
    line("try {");
    block(tree.part(0));
    fail(tree);
    line("} finally {");
    block(tree.part(1));
    line("}");
  }

  private void resources(Tree tree) {
    String kind = tree.pick("resource", "resource", "failingResource");
    line(
        "try (Probe.Resource %s = p.%s(%s); Probe.Resource %s = p.resource(\"r\")) {"
            .formatted(
                values.newName("r"),
                kind,
                values.of(ValueType.STRING, tree.part(0)),
                values.newName("r")));
    block(tree.part(1));
    fail(tree);
    line("} catch (IllegalArgumentException %s) {".formatted(values.newName("e")));
    block(tree.part(2));
    line("}");
  }

  private void switchStatement(Tree tree) {
    String label = values.newName("choice");
    line(
        "%s: switch (%s & 3) { case 0: {".formatted(label, values.of(ValueType.INT, tree.part(0))));
    around.push(new Loop(label, false));
    block(tree.part(1));
    line("}%s case 1: {".formatted(tree.pick(" break;", "")));
    block(tree.part(2));
    line("} default: {");
    block(tree.part(3));
    around.pop();
    line("} }");
  }

  private void labelled(Tree tree) {
    String label = values.newName("block");
    line("%s: {".formatted(label));
    around.push(new Loop(label, false));
    block(tree);
    around.pop();
    line("}");
  }

  private void jump(Tree tree) {
    line("if (%s) {".formatted(condition(tree.part(0))));
    List<Loop> targets = List.copyOf(around);
    if (tree.pick() % 5 == 0) {
      line("return %s;".formatted(result));
    } else if (tree.pick() % 5 == 1 || targets.isEmpty()) {
      line(
          "throw new IllegalStateException(%s);"
              .formatted(values.of(ValueType.STRING, tree.part(1))));
    } else {
      Loop target = targets.get(tree.pick() / 5 % targets.size());
      boolean goesOn = target.isLoop && tree.form(2) == 0;
      line("%s %s;".formatted(goesOn ? "continue" : "break", target.label));
    }
    line("}");
  }

  private void lambda(Tree tree) {
    String kept = values.newName("kept");
    line("String %s = %s;".formatted(kept, values.of(ValueType.STRING, tree.part(0))));
    line(
        "java.util.function.Supplier<String> %sLater = () -> %s + box.intField;"
            .formatted(kept, kept));
    line("synchronized (box) { p.log(%sLater.get()); }".formatted(kept));
    values.declare(ValueType.STRING, kept, false);
  }
}
