package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.Timers.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Of all parked threads one watches the timers; when it leaves, the watch is handed on.
class EventWatchTest {
  private final ManualClock manual = Clock.manual();
  private final List<String> fired = new CopyOnWriteArrayList<>();
  private RuntimeClock clock = new RuntimeClock(manual);
  private Timers timers = Seams.timers(clock);
  private EventWatch watch = Seams.watch(clock, timers);

  EventWatchTest() {
    manual.onMove(() -> watch.lookAgain());
  }

  @Test
  void whoever_is_parked_fires_what_is_due_and_comes_back() {
    Sleeper sleeper = sleeper("one");
    sleeper.parkAndAwait();
    setTimer(10, "ten");
    advance(9);
    assertThat(fired).isEmpty();
    advance(1);
    sleeper.awaitBack();
    assertThat(fired).containsExactly("ten on one");
  }

  @Test
  void of_all_that_are_parked_only_the_watcher_is_disturbed() {
    Sleeper watcher = sleeper("watcher");
    watcher.parkAndAwait();
    Sleeper other = sleeper("other");
    other.parkAndAwait();
    setTimer(1, "first");
    advance(1);
    watcher.awaitBack();
    assertThat(fired).containsExactly("first on watcher");
    assertThat(other.isBack()).isFalse();
  }

  @Test
  void a_watcher_that_leaves_for_work_hands_the_watch_on_if_timers_wait() {
    Sleeper watcher = sleeper("watcher");
    watcher.parkAndAwait();
    Sleeper other = sleeper("other");
    other.parkAndAwait();
    setTimer(1, "first");
    watcher.parker.unpark();
    watcher.awaitBack(); // And now it is in a long poll.
    advance(1);
    other.awaitBack();
    assertThat(fired).containsExactly("first on other");
  }

  @Test
  void a_timer_set_when_nobody_watches_calls_one_who_is_parked() {
    Sleeper watcher = sleeper("watcher");
    watcher.parkAndAwait();
    Sleeper other = sleeper("other");
    other.parkAndAwait();
    watcher.parker.unpark();
    watcher.awaitBack(); // No timer waits, so nobody has taken over.
    setTimer(1, "first");
    advance(1);
    other.awaitBack();
    assertThat(fired).containsExactly("first on other");
  }

  @Test
  void the_next_who_parks_takes_the_watch_if_nobody_has_it() {
    Sleeper sleeper = sleeper("one");
    sleeper.parkAndAwait();
    setTimer(1, "first");
    sleeper.parker.unpark();
    sleeper.awaitBack();
    advance(1);
    sleeper.park();
    sleeper.awaitBack();
    assertThat(fired).containsExactly("first on one");
  }

  /// The watch is offered to one who is just getting up for another reason: it must not end there.
  @Test
  void the_watch_is_not_lost_on_one_who_is_about_to_leave() throws Exception {
    useSystemClock(); // Which nobody moves, so that nobody is called for another reason.
    Sleeper watcher = sleeper("watcher");
    watcher.parkAndAwait();
    CountDownLatch gettingUp = new CountDownLatch(1);
    CountDownLatch gotUp = new CountDownLatch(1);
    Sleeper leaving = sleeper("leaving", holdingUpWhoGetsUp(gettingUp, gotUp));
    leaving.parkAndAwait();
    Sleeper other = sleeper("other");
    other.parkAndAwait();
    setTimer(clock.nanos() + 200_000_000, "first");
    leaving.thread.interrupt(); // It gets up, and for a moment still counts as parked.
    gettingUp.await();
    watcher.parker.unpark();
    watcher.awaitBack(); // Hands the watch on, to the one who leaves.
    gotUp.countDown();
    leaving.awaitBack();
    Patience.await("the timer to fire while one is parked", () -> !fired.isEmpty());
  }

  private static Instrument holdingUpWhoGetsUp(CountDownLatch gettingUp, CountDownLatch gotUp) {
    return event -> {
      if (event instanceof Event.Unparked) {
        gettingUp.countDown();
        boolean interrupted = Thread.interrupted();
        Patience.await("the test to let it get up", () -> gotUp.getCount() == 0);
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @Test
  void a_timer_that_is_earlier_than_all_others_makes_the_watcher_look_again() {
    useSystemClock();
    setTimer(Duration.ofHours(1).toNanos(), "in an hour");
    Sleeper watcher = sleeper("watcher");
    watcher.parkAndAwait();
    setTimer(clock.nanos() + 1_000_000, "in a millisecond");
    watcher.awaitBack();
    assertThat(fired).containsExactly("in a millisecond on watcher");
  }

  @Test
  void on_the_system_clock_timers_fire_by_themselves_in_order_and_never_early() {
    useSystemClock();
    Sleeper watcher = sleeper("watcher");
    List<String> expected = new ArrayList<>();
    long soon = clock.nanos() + 100_000_000;
    for (int millis = 5; millis > 0; millis--) {
      long deadline = soon + millis * 1_000_000L;
      String name = "after " + millis;
      Runnable fire = () -> fired.add(clock.nanos() >= deadline ? name : name + ", early");
      // On a machine that stood still meanwhile, some are due already.
      if (timers.set(timers.newTimer(deadline), fire::run) != Setting.DUE) {
        expected.addFirst(name);
      }
    }
    while (fired.size() < expected.size()) {
      watcher.park();
      watcher.awaitBack();
    }
    assertThat(fired).isEqualTo(expected);
  }

  @Test
  void a_loop_that_is_never_idle_serves_events_itself() {
    EventParker parker = sleeper("unused").parker;
    setTimer(1, "first");
    parker.serveEvents();
    assertThat(fired).isEmpty();
    advance(1);
    parker.serveEvents();
    assertThat(fired).containsExactly("first on " + Thread.currentThread().getName());
  }

  /// However wakes and timers fall together, each timer fires while somebody is parked. Nobody
  /// moves the clock, which would call the parked as well.
  @Test
  void no_timer_is_forgotten_while_watchers_come_and_go() {
    useSystemClock();
    List<Sleeper> sleepers = List.of(sleeper("a"), sleeper("b"), sleeper("c"));
    for (int round = 1; round <= 200; round++) {
      sleepers.forEach(Sleeper::parkAndAwait);
      setTimer(clock.nanos() + 100_000, "round");
      sleepers.get(round % 3).parker.unpark();
      if (round % 2 == 0) {
        sleepers.get((round + 1) % 3).thread.interrupt();
      }
      int expected = round;
      Patience.await("timer " + round + " to fire", () -> fired.size() == expected);
    }
  }

  // ---- Parts

  private void useSystemClock() {
    clock = new RuntimeClock(Clock.system());
    timers = Seams.timers(clock);
    watch = Seams.watch(clock, timers);
  }

  private Sleeper sleeper(String name) {
    return sleeper(name, _ -> {});
  }

  private Sleeper sleeper(String name, Instrument instrument) {
    EventParker parker =
        new EventParker(
            watch, new Instruments(List.of(instrument), clock, _ -> {}, null, MemoryOfTasks.NONE));
    watch.add(parker);
    return new Sleeper(name, parker);
  }

  /// As a `Sleep` does it.
  private void setTimer(long deadline, String name) {
    Setting setting =
        timers.set(
            timers.newTimer(deadline),
            () -> fired.add(name + " on " + Thread.currentThread().getName()));
    switch (setting) {
      case DUE -> fired.add(name + " at once");
      case WAITS_FIRST -> watch.lookAgain();
      case WAITS -> {}
    }
  }

  private void advance(long nanos) {
    manual.advance(Duration.ofNanos(nanos));
  }
}
