package dev.wakerobin.async;

import dev.wakerobin.Future;

/// Makes the futures of the bodies that come from one lambda expression.
interface FrameMaker {

  /// A future of this body, not started.
  Future<?> make(Object body);
}
