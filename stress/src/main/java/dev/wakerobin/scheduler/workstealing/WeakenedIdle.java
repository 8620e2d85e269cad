package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;

/// The idle protocol, each time with one step done wrong.
final class WeakenedIdle {
  private WeakenedIdle() {}

  /// Parks without looking again: a task pushed since the first look waits for ever.
  static final class ParksWithoutLookingAgain extends IdleRig {
    @Override
    boolean looksAgain(boolean wasSearching) {
      return false;
    }
  }

  /// Looks once more, and then says that it sleeps: the wrong way round.
  static final class LooksBeforeItAnnounces extends IdleRig {
    @Override
    boolean sleep(Worker me, boolean wasSearching) {
      if (!lane.isEmpty()) {
        return wasSearching;
      }
      idle.announceSleep(me, wasSearching);
      return park(me);
    }
  }

  /// Only who was searching looks once more, as in Tokio's protocol: who was refused the searching
  /// role goes to sleep beside a task.
  static final class OnlySearchersLookAgain extends IdleRig {
    @Override
    boolean looksAgain(boolean wasSearching) {
      return wasSearching && super.looksAgain(true);
    }
  }

  /// Gets up for a task without counting as searching, and so notifies nobody of what else there
  /// is.
  static final class GetsUpWithoutSearching extends IdleRig {
    @Override
    boolean getUp(Worker me) {
      return !idle.withdraw(me);
    }
  }

  /// The last searcher finds a task and tells nobody that there may be more.
  static final class FindsAndTellsNobody extends IdleRig {
    @Override
    void stopSearching() {
      idle.foundWork();
    }
  }

  /// The submitter looks for sleepers, and then pushes: the wrong way round.
  static final class NotifiesBeforeItPushes extends IdleRig {
    @Override
    void submit(ReadyTask task) {
      notifyOne();
      lane.push(task);
    }
  }
}
