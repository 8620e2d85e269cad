package dev.wakerobin.trace;

import java.util.List;
import java.util.Optional;

/// What has a row in a [Gantt] chart, and how it is drawn.
sealed interface Lanes permits TaskLanes, WorkerLanes {

  /// What stands before each row, from the top.
  List<String> labels();

  /// Draws every row.
  void draw(Canvas canvas, Scale scale);

  /// What could not be drawn, if anything.
  Optional<String> left();
}
