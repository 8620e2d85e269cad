package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The idle protocol against a plain account of who does what.
class IdleProperties {

  /// What may happen to one of the workers, if it is in a place for it.
  enum Step {
    SEARCH,
    FIND,
    SLEEP,
    WITHDRAW,
    NOTIFY
  }

  @Property(tries = 500)
  void counts_and_sleepers_agree_with_a_plain_account(
      @ForAll @IntRange(min = 1, max = 8) int workers,
      @ForAll @Size(max = 300) List<Step> steps,
      @ForAll @Size(min = 300, max = 300) List<@IntRange(min = 0, max = 7) Integer> whom) {
    WorkStealingScheduler scheduler = new WorkStealingScheduler(FakeContext.idle(workers));
    Idle idle = scheduler.idle();
    List<Worker> all = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      all.add(scheduler.worker(i));
    }
    Set<Worker> asleep = new HashSet<>();
    Set<Worker> searching = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      Worker worker = all.get(whom.get(i) % workers);
      boolean awake = !asleep.contains(worker);
      boolean searches = searching.contains(worker);
      switch (steps.get(i)) {
        case SEARCH -> {
          if (awake && !searches) {
            boolean mayOne = 2 * searching.size() < workers;
            assertThat(idle.trySearch()).as("I3: half of them at most").isEqualTo(mayOne);
            if (mayOne) {
              searching.add(worker);
            }
          }
        }
        case FIND -> {
          if (searches) {
            assertThat(idle.foundWork()).as("the last one").isEqualTo(searching.size() == 1);
            searching.remove(worker);
          }
        }
        case SLEEP -> {
          if (awake) {
            idle.announceSleep(worker, searches);
            searching.remove(worker);
            asleep.add(worker);
          }
        }
        case WITHDRAW -> {
          assertThat(idle.withdraw(worker)).isEqualTo(!awake);
          asleep.remove(worker);
        }
        case NOTIFY -> {
          Worker notified = idle.workerToNotify();
          if (searching.isEmpty() && !asleep.isEmpty()) {
            assertThat(asleep).contains(notified);
            asleep.remove(notified);
            searching.add(notified);
          } else {
            assertThat(notified).as("nobody sleeps, or somebody searches").isNull();
          }
        }
      }
      assertThat(idle.anySearching()).isEqualTo(!searching.isEmpty());
      assertThat(idle.anyAsleep()).isEqualTo(!asleep.isEmpty());
      assertThat(idle.anyAwake()).isEqualTo(asleep.size() < workers);
      for (Worker each : all) {
        assertThat(each.isAsleep()).as("I1").isEqualTo(asleep.contains(each));
      }
    }
  }
}
