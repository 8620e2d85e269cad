package dev.wakerobin.tutorial.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which word was meant by one that is mistyped: the one with the fewest letters to be
/// added, left out, replaced, or swapped with their neighbour (optimal string alignment).
final class Nearest {
  private Nearest() {}

  /// The nearest of these, if it is near: at most a third of its letters are wrong, or it begins
  /// with what was typed.
  static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> isNear(typed, word))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  private static boolean isNear(String typed, String word) {
    boolean begins = typed.length() > 1 && word.startsWith(typed);
    return begins || distance(typed, word) <= Math.max(1, word.length() / 3);
  }

  /// How many letters differ.
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1 && j > 1 && areSwapped(a, i, b, j)) {
          cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static boolean areSwapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
