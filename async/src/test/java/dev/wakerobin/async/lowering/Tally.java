package dev.wakerobin.async.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the methods of a library.
public final class Tally {
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();
  private int methods;
  private int awaits;

  Tally() {}

  void lowered(int newAwaits) {
    methods++;
    awaits += newAwaits;
  }

  void refused(String reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  void complain(String complaint) {
    complaints.add(complaint);
  }

  /// How many methods were lowered.
  public int methods() {
    return methods;
  }

  /// How many awaits there are in them.
  public int awaits() {
    return awaits;
  }

  /// How many methods were left as they are, by the reason.
  public Map<String, Integer> refused() {
    return refused;
  }

  /// What should not have happened: what the verifier rejected, and failures of the lowering.
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public String toString() {
    return "%,d methods with %,d awaits lowered, refused %s, rejected %d"
        .formatted(methods, awaits, refused, complaints.size());
  }
}
