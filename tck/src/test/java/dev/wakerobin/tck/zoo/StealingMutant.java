package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.SchedulerContext;
import java.util.Deque;

/// Work-stealing schedulers with one plausible bug each.
final class StealingMutant {
  private StealingMutant() {}

  static final class SlotWithoutCap extends StealingScheduler {
    SlotWithoutCap(SchedulerContext context) {
      super(context);
    }

    @Override
    int slotCap() {
      return Integer.MAX_VALUE;
    }

    @Override
    int commonEvery() {
      return Integer.MAX_VALUE;
    }
  }

  static final class NeverLooksAtCommonQueue extends StealingScheduler {
    NeverLooksAtCommonQueue(SchedulerContext context) {
      super(context);
    }

    @Override
    int commonEvery() {
      return Integer.MAX_VALUE;
    }
  }

  static final class SlotIsNotStolen extends StealingScheduler {
    SlotIsNotStolen(SchedulerContext context) {
      super(context);
    }

    @Override
    boolean stealsSlots() {
      return false;
    }
  }

  static final class StealLosesLast extends StealingScheduler {
    StealLosesLast(SchedulerContext context) {
      super(context);
    }

    @Override
    void moveHalf(Deque<ReadyTask> from, Deque<ReadyTask> to) {
      if (from.size() % 2 == 1 && from.size() > 1) {
        from.removeLast();
      }
      super.moveHalf(from, to);
    }
  }

  static final class StealDoublesOne extends StealingScheduler {
    StealDoublesOne(SchedulerContext context) {
      super(context);
    }

    @Override
    void moveHalf(Deque<ReadyTask> from, Deque<ReadyTask> to) {
      if (from.size() > 1) {
        to.addLast(from.getLast());
      }
      super.moveHalf(from, to);
    }
  }

  /// Hands a task over to the worker that asked, and wakes nobody else.
  static final class KeepsToItself extends StealingScheduler {
    KeepsToItself(SchedulerContext context) {
      super(context);
    }

    @Override
    boolean stealsSlots() {
      return false;
    }

    @Override
    void moveHalf(Deque<ReadyTask> from, Deque<ReadyTask> to) {
      // Nothing is ever stolen.
    }
  }
}
