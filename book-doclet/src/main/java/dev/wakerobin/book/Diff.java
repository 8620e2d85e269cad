package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has changed from one step of a program to the next, line by line: the longest common
/// subsequence stays.
///
/// @param since the name of the class before; empty if there is none
/// @param added lines of the new file, from 1
/// @param gone lines of the old file, from 1, by the line of the new file before which they stood
record Diff(String since, Set<Integer> added, Map<Integer, List<Integer>> gone) {

  /// So many unchanged lines are shown around a change.
  private static final int AROUND = 2;

  private static final int WORTH_FOLDING = 4;

  /// Nothing came before.
  static Diff none() {
    return new Diff("", Set.of(), Map.of());
  }

  /// Some lines, one after the other.
  ///
  /// @param isSame whether nothing has changed in or near them
  record Stretch(boolean isSame, List<Integer> lines) {}

  /// A line and where it stands.
  record Numbered(int line, String text) {}

  /// From these lines, of a class of that name, to those. How far a line is indented is no change.
  static Diff of(String since, List<Numbered> before, List<Numbered> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.get(i), after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Diff diff = new Diff(since, new HashSet<>(), new HashMap<>());
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        int place = j < after.size() ? after.get(j).line : Integer.MAX_VALUE;
        diff.gone.computeIfAbsent(place, _ -> new ArrayList<>()).add(before.get(i).line);
        i++;
      } else {
        diff.added.add(after.get(j).line);
        j++;
      }
    }
    return diff;
  }

  /// Whether there is a step before.
  boolean isStep() {
    return !since.isEmpty();
  }

  /// These lines in stretches: those with changes and what is around them, and, where much has
  /// stayed, that by itself.
  List<Stretch> stretches(List<Integer> lines) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < lines.size(); ) {
      int end = at;
      while (end < lines.size() && !isNearChange(lines, end)) {
        end++;
      }
      if (end - at >= WORTH_FOLDING) {
        if (from < at) {
          stretches.add(new Stretch(false, lines.subList(from, at)));
        }
        stretches.add(new Stretch(true, lines.subList(at, end)));
        from = end;
      }
      at = Math.max(end, at + 1);
    }
    if (from < lines.size()) {
      stretches.add(new Stretch(false, lines.subList(from, lines.size())));
    }
    return stretches;
  }

  private boolean isNearChange(List<Integer> lines, int at) {
    int to = Math.min(lines.size(), at + AROUND + 1);
    return lines.subList(Math.max(0, at - AROUND), to).stream()
        .anyMatch(line -> added.contains(line) || gone.containsKey(line));
  }

  private static boolean same(Numbered one, Numbered other) {
    return one.text.strip().equals(other.text.strip());
  }
}
