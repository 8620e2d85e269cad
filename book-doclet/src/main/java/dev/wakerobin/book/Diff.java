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
/// @param added lines of the new file, from 1
/// @param gone lines of the old file, from 1, by the line of the new file before which they stood
record Diff(Set<Integer> added, Map<Integer, List<Integer>> gone) {

  /// Nothing has changed.
  static Diff none() {
    return new Diff(Set.of(), Map.of());
  }

  /// A line and where it stands.
  record Numbered(int line, String text) {}

  /// From these lines to those. How far a line is indented is no change.
  static Diff of(List<Numbered> before, List<Numbered> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.get(i), after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Diff diff = new Diff(new HashSet<>(), new HashMap<>());
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

  private static boolean same(Numbered one, Numbered other) {
    return one.text.strip().equals(other.text.strip());
  }
}
