package dev.wakerobin.async;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads trees as values: expressions with awaits in them, over the variables that are in scope.
final class ProgramValues {
  private static final int FORMS = 20;

  private final Map<ValueType, List<String>> readable = new EnumMap<>(ValueType.class);
  private final Map<ValueType, List<String>> assignable = new EnumMap<>(ValueType.class);
  private int names;

  ProgramValues() {
    for (ValueType type : ValueType.values()) {
      readable.put(type, new ArrayList<>());
      assignable.put(type, new ArrayList<>());
    }
  }

  String newName(String beginning) {
    return beginning + names++;
  }

  void declare(ValueType type, String name, boolean mayBeAssigned) {
    readable.get(type).add(name);
    if (mayBeAssigned) {
      assignable.get(type).add(name);
    }
  }

  /// How many variables there are of each kind, to go back to when a scope ends.
  List<Integer> mark() {
    List<Integer> sizes = new ArrayList<>();
    readable.values().forEach(list -> sizes.add(list.size()));
    assignable.values().forEach(list -> sizes.add(list.size()));
    return sizes;
  }

  void reset(List<Integer> mark) {
    int i = 0;
    for (Map<ValueType, List<String>> names : List.of(readable, assignable)) {
      for (List<String> list : names.values()) {
        list.subList(mark.get(i++), list.size()).clear();
      }
    }
  }

  /// Something that can be written to: a variable, a field, or an element of an array.
  String target(ValueType type, Tree tree) {
    List<String> names = assignable.get(type);
    return switch (tree.form(4)) {
      case 0, 1 ->
          names.isEmpty() ? "Box." + type.field() + "s" : names.get(tree.pick() % names.size());
      case 2 -> "box(p)." + type.field();
      default -> "box(p)." + type.field() + "Array[" + of(ValueType.INT, tree.part(0)) + " & 1]";
    };
  }

  /// An assignment as an expression. Strings are kept short.
  String assignment(ValueType type, Tree tree) {
    String target = target(type, tree.part(0));
    Tree value = tree.part(1);
    return switch (type) {
      case STRING -> target + " = cut(" + of(type, value) + ")";
      case BOOLEAN -> target + tree.pick(" = ", " ^= ", " &= ", " |= ") + of(type, value);
      default -> {
        String operator = tree.pick(" = ", " += ", " -= ", " *= ", " %= ");
        boolean cast = operator.equals(" = ");
        String written = cast ? of(type, value) : of(ValueType.number(value.pick()), value);
        yield target + operator + written;
      }
    };
  }

  String of(ValueType type, Tree tree) {
    if (tree.form(FORMS) == 0) {
      return type.literal(tree.pick());
    }
    if (tree.form(FORMS) == 1 || tree.parts().isEmpty()) {
      return variable(type, tree);
    }
    return "((" + type.word() + ") " + composed(type, tree) + ")";
  }

  private String composed(ValueType type, Tree tree) {
    return switch (tree.form(FORMS)) {
      case 0, 1, 2, 3, 4 -> await(type, tree.part(0));
      case 5, 6 -> operation(type, tree);
      case 7 -> choice(of(ValueType.BOOLEAN, tree.part(0)), type, tree);
      case 8, 9 -> "(" + assignment(type, tree) + ")";
      case 10 -> target(type, tree);
      case 11, 12 -> step(type, tree);
      case 13 -> record(type, tree);
      case 14 -> switchOnNumber(type, tree);
      case 15 -> switchOnPattern(type, tree);
      case 16 -> {
        String text = newName("t");
        String object = "object(" + of(ValueType.INT, tree.part(0)) + ")";
        String test = object + " instanceof String " + text + " && p.note(" + text + ") != null";
        yield choice(test, type, tree);
      }
      case 17 -> pass(type, tree);
      case 18 -> "await(async(() -> await(p.later(%s))))".formatted(type.literal(tree.pick()));
      default ->
          "awaitAll(p.later(%s), p.later(%s)).get(1)"
              .formatted(of(type, tree.part(0)), of(type, tree.part(1)));
    };
  }

  private String choice(String test, ValueType type, Tree tree) {
    return "(%s ? %s : %s)".formatted(test, of(type, tree.part(1)), of(type, tree.part(2)));
  }

  private String step(ValueType type, Tree tree) {
    if (!type.isNumber()) {
      return await(type, tree.part(0));
    }
    String target = target(type, tree.part(0));
    String step = tree.pick("++", "--");
    return tree.form(2) == 0 ? "(" + target + step + ")" : "(" + step + target + ")";
  }

  private String record(ValueType type, Tree tree) {
    return "new Row(%s, %s, %s).%s()"
        .formatted(
            of(ValueType.LONG, tree.part(0)),
            of(ValueType.STRING, tree.part(1)),
            of(ValueType.DOUBLE, tree.part(2)),
            type.field());
  }

  private String pass(ValueType type, Tree tree) {
    return "pass(p, %s, %s, %s)"
        .formatted(
            of(ValueType.any(tree.pick()), tree.part(0)),
            of(ValueType.any(tree.pick() / 9), tree.part(1)),
            of(type, tree.part(2)));
  }

  private String variable(ValueType type, Tree tree) {
    List<String> names = readable.get(type);
    return names.isEmpty() ? type.literal(tree.pick()) : names.get(tree.pick() % names.size());
  }

  private String await(ValueType type, Tree tree) {
    return "await(p.later(" + of(type, tree) + "))";
  }

  private String operation(ValueType type, Tree tree) {
    if (type == ValueType.STRING) {
      return "(%s + %s + %s)"
          .formatted(
              of(type, tree.part(0)),
              of(ValueType.any(tree.pick()), tree.part(1)),
              of(ValueType.any(tree.pick() / 9), tree.part(2)));
    }
    if (type == ValueType.BOOLEAN) {
      return condition(tree);
    }
    ValueType left = ValueType.number(tree.pick());
    ValueType right = ValueType.number(tree.pick() / 7);
    String operator =
        left.isWhole() && right.isWhole()
            ? tree.pick("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>")
            : tree.pick("+", "-", "*", "/", "%");
    return "(%s %s %s)".formatted(of(left, tree.part(0)), operator, of(right, tree.part(1)));
  }

  private String condition(Tree tree) {
    Tree left = tree.part(0);
    Tree right = tree.part(1);
    ValueType numbers = ValueType.number(tree.pick() / 8);
    return switch (tree.pick() % 8) {
      case 0 -> "(%s && %s)".formatted(of(ValueType.BOOLEAN, left), of(ValueType.BOOLEAN, right));
      case 1 -> "(%s || %s)".formatted(of(ValueType.BOOLEAN, left), of(ValueType.BOOLEAN, right));
      case 2 -> "!" + of(ValueType.BOOLEAN, left);
      case 3 -> "%s.equals(%s)".formatted(of(ValueType.STRING, left), of(ValueType.STRING, right));
      default ->
          "(%s %s %s)"
              .formatted(of(numbers, left), tree.pick("<", "==", ">=", "!="), of(numbers, right));
    };
  }

  private String switchOnNumber(ValueType type, Tree tree) {
    return """
        (switch (%s & 3) {
          case 0 -> %s;
          case 1, 2 -> { p.log("y"); yield %s; }
          default -> %s;
        })"""
        .formatted(
            of(ValueType.INT, tree.part(0)),
            of(type, tree.part(1)),
            of(type, tree.part(2)),
            of(type, tree.part(3)));
  }

  /// A guard may read only variables that are never written, so it awaits a literal.
  private String switchOnPattern(ValueType type, Tree tree) {
    String name = newName("n");
    return """
        (switch (object(%s)) {
          case Integer $ when $ > 1 && await(p.later(%s)) -> %s;
          case Row(long $a, String $b, double $c) when $b.length() < 3 -> %s;
          case String $ -> { p.log($); yield %s; }
          default -> %s;
        })"""
        .replace("$", name)
        .formatted(
            of(ValueType.INT, tree.part(0)),
            ValueType.BOOLEAN.literal(tree.pick()),
            of(type, tree.part(1)),
            of(type, tree.part(2)),
            of(type, tree.part(3)),
            of(type, tree.part(1)));
  }
}
