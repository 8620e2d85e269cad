package dev.wakerobin.book;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong, so that one build tells all of it.
final class Faults {
  private final List<Fault> all = new ArrayList<>();

  void add(String file, int line, String what) {
    Fault fault = new Fault(file, line, what);
    if (!all.contains(fault)) {
      all.add(fault);
    }
  }

  List<Fault> all() {
    return List.copyOf(all);
  }
}
