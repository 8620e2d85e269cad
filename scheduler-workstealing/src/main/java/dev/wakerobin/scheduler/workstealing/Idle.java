package dev.wakerobin.scheduler.workstealing;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Who sleeps, and who is out searching for work.
///
/// ```
///              trySearch                    notified: wakes up searching
///   busy ───────────────────▶ searching ◀─────────────────────────┐
///    ▲ ◀── foundWork (the last searcher notifies another) │        │
///    │                                     announceSleep  ▼        │
///    ├─────────────────── announceSleep ────────────▶  asleep ─────┘
///    └─────────────────────── withdraw ◀──────────────────┘
/// ```
///
/// Two counts in one word, so that both are seen at the same moment: how many workers are awake,
/// and how many of these are searching. The awake count and the list of sleepers change together,
/// under the lock.
///
/// Invariants:
///
/// - **I1** A worker is in the list of sleepers exactly while it does not count as awake.
/// - **I2** While a task lies in the injector or in a ring and a worker sleeps, somebody is
///   searching, or is between his push and his look at this word, or has announced his sleep and is
///   about to look once more. Or the task takes turns with another one, and [SlotWatch] watches.
/// - **I3** At most half of the workers search, so that they do not fight over the same few tasks.
///
/// The protocol is Tokio's (`idle.rs`), with one repair: there, only the *last searcher* looks once
/// more after it has announced its sleep, so that a worker which was refused the searching role can
/// go to sleep beside a task. Here everybody looks once more when nobody is searching.
final class Idle {
  private static final int ONE_AWAKE = 1 << 16;
  private static final int SEARCHING = ONE_AWAKE - 1;

  private final int workers;
  private final AtomicInteger word; // awake << 16 | searching
  private final ArrayDeque<Worker> sleepers = new ArrayDeque<>(); // Guarded by this.

  Idle(int workers) {
    this.workers = workers;
    this.word = new AtomicInteger(workers * ONE_AWAKE);
  }

  /// Says whom to unpark for a task that was just pushed: null if all are awake, or one is
  /// searching, who will find it. The one who is answered counts as searching from now on.
  @Nullable Worker workerToNotify() {
    // The push comes before this look, and the sleeper's announcement before its second look: a
    // fence here and the lock there. One of the two sees the other.
    VarHandle.fullFence();
    if (!worthNotifying(word.get())) {
      return null;
    }
    synchronized (this) {
      if (!worthNotifying(word.get())) {
        return null;
      }
      Worker worker =
          sleepers.removeLast(); // The one who fell asleep last: its caches are warmest.
      worker.asleep(false);
      word.getAndAdd(ONE_AWAKE + 1);
      return worker;
    }
  }

  private boolean worthNotifying(int seen) {
    return searching(seen) == 0 && awake(seen) < workers;
  }

  /// A worker with nothing to do wants to search. False if enough others do.
  boolean trySearch() {
    if (2 * searching(word.get()) >= workers) {
      return false;
    }
    word.getAndIncrement();
    return true;
  }

  /// A searcher has found something and stops searching. True if it was the last one: there may be
  /// more, so it has to notify another.
  boolean foundWork() {
    return searching(word.getAndDecrement()) == 1;
  }

  /// A worker says that it is going to sleep. It has to look once more now, unless somebody is
  /// searching.
  void announceSleep(Worker worker, boolean wasSearching) {
    synchronized (this) {
      worker.asleep(true);
      sleepers.addLast(worker);
      word.getAndAdd(-ONE_AWAKE - (wasSearching ? 1 : 0));
    }
  }

  /// A worker changes its mind about sleeping. False if it was notified meanwhile, so that it
  /// counts as searching.
  boolean withdraw(Worker worker) {
    synchronized (this) {
      if (!sleepers.remove(worker)) {
        return false;
      }
      worker.asleep(false);
      word.getAndAdd(ONE_AWAKE);
      return true;
    }
  }

  boolean anySearching() {
    return searching(word.get()) > 0;
  }

  boolean anyAwake() {
    return awake(word.get()) > 0;
  }

  boolean anyAsleep() {
    return awake(word.get()) < workers;
  }

  /// The one who has slept longest, if anybody sleeps.
  @Nullable Worker longestAsleep() {
    synchronized (this) {
      return sleepers.peekFirst();
    }
  }

  private static int awake(int seen) {
    return seen >>> 16;
  }

  private static int searching(int seen) {
    return seen & SEARCHING;
  }
}
