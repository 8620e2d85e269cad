package dev.wakerobin.sync;

import dev.wakerobin.stress.Check;
import dev.wakerobin.stress.Model;
import java.util.List;

/// What is checked of the channel.
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
                    })));
  }
}
