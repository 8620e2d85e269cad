package dev.wakerobin.tutorial;

import java.util.List;
import java.util.Locale;

/// Where a future is in its life. Each chapter says which part of the way it is about.
public enum Station {
  /// It is an object, and nothing has happened.
  MADE,
  /// It was given to a runtime: from now on it is a task.
  SPAWNED,
  /// It is asked for its value.
  POLLED,
  /// It had none yet, and kept the waker.
  PENDING,
  /// What it waited for has rung.
  WOKEN,
  /// It had the value. The end.
  READY;

  private static final String MAP =
      """
      made ─▶ spawned ─▶ polled ─▶ ready
                         ▲    │
                         │    └─▶ pending ─▶ woken ─┐
                         └──────────────────────────┘
      """;

  /// The map of a future's life, with these stations in capitals.
  static String map(List<Station> here) {
    String map = MAP;
    for (Station station : here) {
      map = map.replace(station.name().toLowerCase(Locale.ROOT), station.name());
    }
    return map;
  }
}
