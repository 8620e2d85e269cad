package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.stress.Gate;
import dev.wakerobin.stress.Together;

/// The two ends of a oneshot at the same time.
final class OneshotScenarios {
  private OneshotScenarios() {}

  /// A receiver that sleeps until it is rung, polled first by somebody else's waker: forgotten, it
  /// would sleep for ever.
  static void sleepingReceiver() {
    Oneshot<String> oneshot = new Oneshot<>();
    Together.act(
        () -> expect(oneshot.send("value"), "somebody wanted it"),
        () -> {
          if (isPending(oneshot, new Gate())) {
            receiveOnceRung(oneshot);
          }
        });
  }

  private static void receiveOnceRung(Oneshot<String> oneshot) {
    Gate rung = new Gate();
    if (isPending(oneshot, rung)) {
      rung.pass();
      expect(!isPending(oneshot, new Gate()), "it was rung, and nothing was there");
    }
  }

  /// The same, but it only looks, and leaves no waker.
  static void receiverThatOnlyLooks() {
    Oneshot<String> oneshot = new Oneshot<>();
    Together.act(
        () -> expect(oneshot.send("value"), "somebody wanted it"),
        () -> {
          if (oneshot.tryReceive().isEmpty()) {
            new Gate().pass();
          }
        });
  }

  /// A receiver that gives up, a sender, and somebody who waits to be told that nobody wants it.
  static void givingUp() {
    Oneshot<String> oneshot = new Oneshot<>();
    Together.act(
        () -> oneshot.cancel(),
        () -> oneshot.send("value"),
        () -> {
          Gate told = new Gate();
          Future<Unit> unwanted = oneshot.unwanted();
          if (isPending(unwanted, told)) {
            told.pass();
          }
        });
    expect(oneshot.isUnwanted(), "nobody wants it");
  }

  private static boolean isPending(Future<?> future, Gate waker) {
    try {
      return future.poll(Context.of(() -> waker.open())) instanceof Poll.Pending<?>;
    } catch (Exception thrown) {
      throw new AssertionError("a poll threw", thrown);
    }
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
