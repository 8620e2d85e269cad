package dev.wakerobin.spi;

import java.util.List;

/// A future that runs a piece of code in parts, and can say where in it the code waits just now: an
/// async function at its await. A dump of a runtime's tasks shows that as a stack trace.
public interface Suspended {

  /// Where the code waits; before it, where what it waits for waits, and so on: innermost first, as
  /// in a stack trace. Empty if it does not wait.
  ///
  /// It may be asked by any thread at any time, also while the future is polled: then the answer is
  /// of a moment ago. It does not block.
  List<StackTraceElement> trace();
}
