package dev.wakerobin.sync;

import dev.wakerobin.stress.Check;
import dev.wakerobin.stress.Model;
import java.util.List;

/// What is checked of the channel and the oneshot.
public final class SyncChecks {
  private SyncChecks() {}

  /// All of them.
  public static List<Check> all() {
    return List.of(
        Model.holds(
            "Inbox",
            "two senders and a receiver: each value is taken once, in order",
            5_000,
            () -> InboxScenarios.twoSenders()),
        Model.holds(
            "Inbox",
            "a receiver that sleeps is told",
            5_000,
            () -> InboxScenarios.sleepingReceiver(Inbox::await)),
        Model.weakened(
            "Inbox",
            "sleeps although something lies there",
            () ->
                InboxScenarios.sleepingReceiver(
                    inbox -> {
                      inbox.await();
                      return true;
                    })),
        Model.holds(
            "Oneshot",
            "a receiver that sleeps is rung by its latest waker",
            5_000,
            () -> OneshotScenarios.sleepingReceiver()),
        Model.holds(
            "Oneshot",
            "who waits to be unwanted is told",
            5_000,
            () -> OneshotScenarios.givingUp()),
        Model.weakened(
            "Oneshot",
            "only looks, and then sleeps",
            () -> OneshotScenarios.receiverThatOnlyLooks()));
  }
}
