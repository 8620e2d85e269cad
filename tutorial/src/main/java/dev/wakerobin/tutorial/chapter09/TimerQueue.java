package dev.wakerobin.tutorial.chapter09;

import java.util.OptionalLong;

/// ## What a timer queue does
///
/// It keeps deadlines, each with a bell. There is no clock in it and no thread. Whoever has the
/// time asks: when is the next one due? And later: it is that late now, ring what is due.
///
/// Time is a number that is handed in. That is the whole trick of this chapter, for whoever hands
/// it in may choose it.
interface TimerQueue {

  /// Sets a timer, and answers it so that it can be cancelled.
  Timer set(long deadline, Runnable bell);

  /// The bell will not be rung. Does nothing if it was rung already.
  void cancel(Timer timer);

  /// When the next bell is due.
  OptionalLong nextDeadline();

  /// Rings what is due at that time, the earliest deadline first.
  void ringDue(long now);

  /// How many timers it holds in memory.
  int places();

  /// How many timers were looked at so far: what all this has cost.
  long looks();
}
