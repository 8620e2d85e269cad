package dev.wakerobin.futures;

/// What a future of a test does: waits so often for a ring, and then ends, or does not.
///
/// @param waits how often it is pending before its end
/// @param rings when it is rung after each pending
/// @param end how it ends
/// @param throwsFromCancel whether it misbehaves when it is cancelled
record Part(int waits, Rings rings, End end, boolean throwsFromCancel) {

  enum Rings {
    WHILE_POLLED,
    FROM_ANOTHER_THREAD,
    LATER
  }

  enum End {
    READY,
    THROWS,
    NEVER
  }
}
