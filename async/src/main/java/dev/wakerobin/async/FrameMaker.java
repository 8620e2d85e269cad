package dev.wakerobin.async;

import dev.wakerobin.Future;

/// Makes the futures of the bodies that come from one lambda expression.
///
/// Only generated classes and this module implement it.
public interface FrameMaker {

  /// A future of this body, not started.
  Future<?> make(Object body);
}
