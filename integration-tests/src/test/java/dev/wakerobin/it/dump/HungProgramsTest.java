package dev.wakerobin.it.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.TaskDump;
import dev.wakerobin.testkit.Patience;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What a stranger reads who is given the dump of a program that hangs, and nothing else: compared
/// as a whole, but for the numbers of lines.
class HungProgramsTest {

  @Test
  void two_tasks_that_lock_two_mutexes_from_either_side() {
    try (Hung hung = new Hung(HungPrograms.twoMutexes())) {
      assertThat(text(hung.dumpOnce(waiting(3))))
          .isEqualTo(
              """
              AsyncRuntime(basic) at 1.5 s: 3 tasks
              what stands out
                They wait in a ring: task 2 'deposit' → task 3 'withdraw' → task 2 'deposit'. Break it at one of these.
              tasks
                task 1 has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at Hung.run (Hung.java:n)
                  it waits for task 2 'deposit'
                  it waits for task 3 'withdraw'
                task 2 'deposit' has waited 1.5 s, is 1.5 s old, was polled 2 times, each time for at most 0 ms, was spawned by task 1 at HungPrograms.lambda$twoMutexes$0 (HungPrograms.java:n)
                  it waits to lock Mutex 2, for 1.5 s now, at HungPrograms.lambda$transfer$1 (HungPrograms.java:n); task 3 'withdraw' holds it
                  it holds the lock of Mutex 1, for 1.5 s now, at HungPrograms.transfer (HungPrograms.java:n)
                task 3 'withdraw' has waited 1.5 s, is 1.5 s old, was polled 2 times, each time for at most 0 ms, was spawned by task 1 at HungPrograms.lambda$twoMutexes$0 (HungPrograms.java:n)
                  it waits to lock Mutex 1, for 1.5 s now, at HungPrograms.lambda$transfer$1 (HungPrograms.java:n); task 2 'deposit' holds it
                  it holds the lock of Mutex 2, for 1.5 s now, at HungPrograms.transfer (HungPrograms.java:n)
              threads
                main polls nothing (it is waiting)
              timers: none waits""");
    }
  }

  @Test
  void a_future_that_lost_its_waker() {
    try (Hung hung = new Hung(HungPrograms.lostWaker())) {
      Predicate<TaskDump> known = dump -> dump.toString().contains("nobody holds its waker");
      Patience.await("both to wait", () -> waiting(2).test(hung.runtime().dump()));
      assertThat(text(hung.dumpOnce(collected(known))))
          .isEqualTo(
              """
              AsyncRuntime(basic) at 1.5 s: 2 tasks
              tasks
                task 1 has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at Hung.run (Hung.java:n)
                  it waits for task 2 'download'
                task 2 'download' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned by task 1 at HungPrograms.lambda$lostWaker$0 (HungPrograms.java:n)
                  it waits at HungPrograms$Forgetful.poll (HungPrograms.java:n); nobody holds its waker: it sleeps for ever. A future that answers pending has to keep the waker of this poll
              threads
                main polls nothing (it is waiting)
              timers: none waits""");
    }
  }

  @Test
  void a_oneshot_whose_sender_is_kept_by_one_who_waits_for_what_was_never_given_back() {
    try (Hung hung = new Hung(HungPrograms.answerNeverSent())) {
      assertThat(text(hung.dumpOnce(waiting(3))))
          .isEqualTo(
              """
              AsyncRuntime(basic) at 1.5 s: 3 tasks
              tasks
                task 1 has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at Hung.run (Hung.java:n)
                  it waits for task 3 'client'
                task 3 'client' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned by task 1 at HungPrograms.lambda$answerNeverSent$0 (HungPrograms.java:n)
                  it waits for the value of Oneshot 1 (its sender has neither sent nor been closed), for 1.5 s now, at HungPrograms.lambda$answerNeverSent$0 (HungPrograms.java:n)
                task 4 'server' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned by task 1 at HungPrograms.lambda$answerNeverSent$0 (HungPrograms.java:n)
                  it waits for 1 permit of Semaphore 1 (0 of 2 free), for 1.5 s now, at HungPrograms.serve (HungPrograms.java:n); task 2 'careless' took it 1.5 s ago, at HungPrograms.keepPermits (HungPrograms.java:n), and has ended without giving it back: nobody will. Have its future close what it holds in cancel(), or use the lock's with… method, which does so
              threads
                main polls nothing (it is waiting)
              timers: none waits""");
    }
  }

  @Test
  void a_worker_that_is_kept_out_of_a_synchronized_block() {
    Object lock = new Object();
    Hung hung;
    TaskDump dump;
    synchronized (lock) { // Before the program begins, which comes to its end once this is left.
      hung = new Hung(HungPrograms.monitor(lock));
      dump = hung.dumpOnce(HungProgramsTest::isBlocked);
    }
    hung.close();
    assertThat(text(dump))
        .isEqualTo(
            """
            AsyncRuntime(basic) at 1.5 s: 2 tasks
            tasks
              task 1 has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at Hung.run (Hung.java:n)
                it waits for task 2 'report'
              task 2 'report' is being polled for 1.5 s, is 1.5 s old, was polled 1 time, was spawned by task 1 at HungPrograms.lambda$monitor$0 (HungPrograms.java:n)
            threads
              main polls task 2 'report', at dev.wakerobin.it.dump.HungPrograms.lambda$monitor$1(HungPrograms.java:n) (it is waiting to enter a synchronized block that another thread is in)
            timers: none waits""");
  }

  @Test
  void a_task_that_wakes_itself_over_and_over() {
    try (Hung hung = new Hung(HungPrograms.storm())) {
      assertThat(text(hung.dumpOnce(HungProgramsTest::isStorming)))
          .contains(
              """
              what stands out
                task 2 'poller' was woken again during N of its N polls: it keeps a thread busy by asking over and over. A future that is not ready keeps the waker and lets whoever makes it ready ring
              tasks
              """)
          .containsPattern(
              "  task 2 'poller' is (queued|being polled).*, was polled N times, .* was spawned by"
                  + " task 1 at HungPrograms\\.lambda\\$storm\\$0 \\(HungPrograms\\.java:n\\)\n");
    }
  }

  /// Line numbers would make every edit of the programs a failure; a storm polls as often as it
  /// comes to; and only on a module path a frame names its module.
  private static String text(TaskDump dump) {
    return dump.toString()
        .replace("dev.wakerobin.it/", "")
        .replaceAll(":[0-9]+\\)", ":n)")
        .replaceAll("\\b[0-9]{4,}\\b", "N");
  }

  private static Predicate<TaskDump> waiting(int tasks) {
    return dump ->
        dump.tasks().size() == tasks
            && dump.tasks().stream().allMatch(task -> task.state() == TaskDump.State.WAITING);
  }

  /// True once the garbage collector has told.
  private static Predicate<TaskDump> collected(Predicate<TaskDump> known) {
    return dump -> {
      System.gc();
      return known.test(dump);
    };
  }

  private static boolean isBlocked(TaskDump dump) {
    return dump.threads().stream().anyMatch(thread -> thread.state() == Thread.State.BLOCKED);
  }

  private static boolean isStorming(TaskDump dump) {
    return dump.tasks().stream().anyMatch(task -> task.polls().orElse(0) > 2_000);
  }
}
