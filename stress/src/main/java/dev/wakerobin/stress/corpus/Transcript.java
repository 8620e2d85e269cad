package dev.wakerobin.stress.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/// What a program has written down. Numbers are written with all their bits, and failures as well.
final class Transcript {
  private final List<String> lines = new ArrayList<>();

  void note(String name, Callable<?> value) {
    try {
      lines.add(name + ": " + text(value.call()));
    } catch (Exception e) {
      lines.add(name + " throws " + e.getClass().getName() + ": " + e.getMessage());
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Double number -> Double.toHexString(number);
      case double[] numbers -> Arrays.stream(numbers).mapToObj(Double::toHexString).toList() + "";
      case double[][] rows -> Arrays.stream(rows).map(Transcript::text).toList() + "";
      case int[] numbers -> Arrays.toString(numbers);
      case char[] letters -> Arrays.toString(letters);
      case Object[] values -> Arrays.stream(values).map(Transcript::text).toList() + "";
      case null -> "null";
      default -> value.toString();
    };
  }

  List<String> lines() {
    return lines;
  }
}
