package dev.wakerobin.async.lowering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What can be said of a machine in short, and is to be the same of its code and of its text.
///
/// @param next what may come next, by where the body stands: 0 at the start, k behind its k-th
///     await. It is another await, a return, or a throw.
/// @param handlers the types that are caught at each await, innermost first
/// @param saved the fields that are written when the body is suspended there
/// @param restored the fields that are read when it goes on there
/// @param lines the source line of each await
record Facts(
    Map<Integer, Set<String>> next,
    Map<Integer, List<String>> handlers,
    Map<Integer, Set<String>> saved,
    Map<Integer, Set<String>> restored,
    Map<Integer, Integer> lines) {

  Facts() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  static void add(Map<Integer, Set<String>> facts, int await, String fact) {
    facts.computeIfAbsent(await, _ -> new TreeSet<>()).add(fact);
  }
}
