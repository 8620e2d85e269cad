package dev.wakerobin.sync;

import dev.wakerobin.stress.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Senders push into an inbox while the receiver takes what is there.
final class InboxScenarios {
  private static final int EACH = 2;

  private final Inbox<Integer> inbox = Inbox.create();
  private final List<Integer> taken = new ArrayList<>(); // The receiver's.
  private volatile boolean told;

  private InboxScenarios() {}

  /// Two senders, the second of whom sends 10 and more: each value is taken once, and those of one
  /// sender in their order.
  static void twoSenders() {
    InboxScenarios all = new InboxScenarios();
    Together.act(() -> all.send(0), () -> all.send(10), all::takeAll);
    all.takeAll();
    all.assertTakenInOrder(0);
    all.assertTakenInOrder(10);
    if (all.taken.size() != 2 * EACH) {
      throw new AssertionError("taken: " + all.taken);
    }
  }

  /// A sender, and a receiver that sleeps when there is nothing, until somebody tells it.
  /// Forgotten, it would sleep for ever.
  ///
  /// @param await how it says that it is going to sleep; false if it must not
  static void sleepingReceiver(Predicate<Inbox<Integer>> await) {
    InboxScenarios all = new InboxScenarios();
    Together.act(
        () -> all.send(0),
        () -> {
          while (all.taken.size() < EACH) {
            all.told = false;
            all.takeAll();
            if (all.taken.size() < EACH && await.test(all.inbox)) {
              all.sleep();
            }
          }
        });
    all.assertTakenInOrder(0);
  }

  private void sleep() {
    while (!told) {
      Thread.onSpinWait();
    }
  }

  private void send(int first) {
    for (int i = 0; i < EACH; i++) {
      if (inbox.push(first + i) == Inbox.Pushed.AWAITED) {
        told = true;
      }
    }
  }

  private void takeAll() {
    for (Inbox.@Nullable Item<Integer> item = inbox.takeAll(); item != null; item = item.next()) {
      taken.add(item.value());
    }
  }

  private void assertTakenInOrder(int first) {
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      expected.add(first + i);
    }
    List<Integer> ofThis = taken.stream().filter(expected::contains).toList();
    if (!ofThis.equals(expected)) {
      throw new AssertionError("sent: " + expected + ", taken: " + taken);
    }
  }
}
