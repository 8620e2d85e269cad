package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.stress.Together;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An owner and thieves at one ring: each task is taken once, and one owner's tasks in order.
final class RingScenarios {
  private final Ring ring;
  private final List<ReadyTask> taken = new ArrayList<>(); // Guarded by this.
  private int pushed; // The owner's.

  private RingScenarios(Ring ring) {
    this.ring = ring;
  }

  /// The owner pushes and polls in turn while somebody steals from a ring that holds three.
  static void ownerAndThief(Ring ring, Ring thief) {
    RingScenarios all = new RingScenarios(ring);
    all.fill(3);
    Together.act(
        () -> {
          all.push();
          all.take(all.ring.poll());
          all.push();
          all.drain(all.ring);
        },
        () -> all.steal(thief));
    all.check();
  }

  /// The owner pushes into an empty ring, so that what is stolen is what was pushed just now.
  static void freshTasks(Ring ring, Ring thief) {
    RingScenarios all = new RingScenarios(ring);
    Together.act(
        () -> {
          all.push();
          all.push();
        },
        () -> {
          all.steal(thief);
          all.steal(thief);
        });
    all.check();
  }

  /// Two who steal, and an owner who takes what they leave.
  static void twoThieves(Ring ring, Ring thief, Ring other) {
    RingScenarios all = new RingScenarios(ring);
    all.fill(3);
    Together.act(() -> all.drain(all.ring), () -> all.steal(thief), () -> all.steal(other));
    all.check();
  }

  /// The ring is full, so that what the owner pushes goes where the thief reads. For a small ring:
  /// the checker takes a loop of more than 50 rounds for one that never ends.
  static void fullRing(Ring ring, Ring thief) {
    RingScenarios all = new RingScenarios(ring);
    all.fill(all.ring.capacity());
    Together.act(
        () -> {
          all.pushMakingRoom();
          all.pushMakingRoom();
        },
        () -> all.steal(thief));
    all.check();
  }

  // ---- The acts

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      push();
    }
  }

  private void push() {
    if (!ring.push(Job.numbered(pushed))) {
      throw new AssertionError("full, with " + pushed + " pushed");
    }
    pushed++;
  }

  private void pushMakingRoom() {
    while (!ring.push(Job.numbered(pushed))) {
      take(ring.poll());
    }
    pushed++;
  }

  /// Steals once. The stolen ones are older than what is left, and come in order but for the last
  /// of them, which is answered at once.
  private void steal(Ring mine) {
    ReadyTask last = ring.stealInto(mine);
    drain(mine);
    take(last);
  }

  private void drain(Ring from) {
    int before = -1;
    for (ReadyTask task; (task = from.poll()) != null; ) {
      if (Job.numberOf(task) <= before) {
        throw new AssertionError(Job.numberOf(task) + " came after " + before);
      }
      before = Job.numberOf(task);
      take(task);
    }
  }

  private synchronized void take(@Nullable ReadyTask task) {
    if (task != null) {
      taken.add(task);
    }
  }

  private void check() {
    drain(ring);
    int[] times = new int[pushed];
    taken.forEach(task -> times[Job.numberOf(task)]++);
    for (int number = 0; number < pushed; number++) {
      if (times[number] != 1) {
        throw new AssertionError("task " + number + " was taken " + times[number] + " times");
      }
    }
  }
}
