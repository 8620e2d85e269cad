package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Poll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What a watchdog says of a thread that is held up in a poll.
class PollStackTest {
  private static final Duration THRESHOLD = Duration.ofMillis(100);

  private final List<Finding> findings = new ArrayList<>();

  private final Rig rig =
      Rig.with(it -> it.watchdog(THRESHOLD).instrument(FindingsTest.teller(findings)));

  /// Polls on a thread of its own, which does not come back before the test is over.
  private LongPoll stuckIn(Runnable body) {
    return stuckIn(body, PollStackTest::waits);
  }

  private static boolean waits(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, BLOCKED -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  private LongPoll stuckIn(Runnable body, Predicate<Thread> isStuck) {
    Thread thread = Thread.ofPlatform().daemon().name("stuck").unstarted(rig.scheduler::runAll);
    rig.spawn(
        _ -> {
          body.run();
          return Poll.ready("done");
        });
    thread.start();
    Patience.await("the thread to be stuck", () -> isStuck.test(thread));
    rig.clock.advance(Duration.ZERO);
    rig.clock.advance(THRESHOLD);
    return (LongPoll) findings.getFirst();
  }

  @Test
  void a_poll_that_waits_for_a_latch_says_in_which_call() {
    CountDownLatch never = new CountDownLatch(1);
    LongPoll found = stuckIn(() -> awaitLatch(never));
    never.countDown();
    assertThat(found.activity()).isEqualTo(LongPoll.Activity.WAITS);
    assertThat(found.detail()).startsWith("java.util.concurrent.CountDownLatch.await, for a ");
    assertThat(found.where().getMethodName()).isEqualTo("awaitLatch");
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_poll_that_waits_for_a_lock_says_so() {
    ReentrantLock lock = new ReentrantLock();
    LongPoll found;
    lock.lock();
    try {
      found = stuckIn(lock::lock);
    } finally {
      lock.unlock();
    }
    assertThat(found.detail()).startsWith("java.util.concurrent.locks.ReentrantLock.lock");
    assertThat(found.message()).contains("Tasks.spawnBlocking");
  }

  @Test
  void a_poll_that_waits_for_a_monitor_says_so() {
    Object monitor = new Object();
    LongPoll found;
    synchronized (monitor) {
      found = stuckIn(() -> enter(monitor));
    }
    assertThat(found.activity()).isEqualTo(LongPoll.Activity.WAITS_FOR_MONITOR);
    assertThat(found.where().getMethodName()).isEqualTo("enter");
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      LockSupport.unpark(Thread.currentThread());
    }
  }

  @Test
  void a_poll_that_waits_for_a_connection_says_in_which_call() throws IOException {
    LongPoll found;
    try (ServerSocket nobodyCalls = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      found = stuckIn(() -> accept(nobodyCalls), PollStackTest::isInTheSystem);
    }
    assertThat(found.activity()).isEqualTo(LongPoll.Activity.CALLS_SYSTEM);
    assertThat(found.detail()).isEqualTo("java.net.ServerSocket.accept");
    assertThat(found.where().getMethodName()).isEqualTo("accept");
  }

  /// In the call that waits, and not in one of those that get it ready.
  private static boolean isInTheSystem(Thread thread) {
    PollStack stack = PollStack.of(thread);
    return stack.activity() == LongPoll.Activity.CALLS_SYSTEM
        && Set.of("accept", "poll").contains(stack.frames().getFirst().getMethodName());
  }

  private static void accept(ServerSocket socket) {
    try {
      socket.accept().close();
      throw new AssertionError("somebody called");
    } catch (IOException closed) {
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
