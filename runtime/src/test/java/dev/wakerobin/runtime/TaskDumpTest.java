package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Suspended;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TaskDumpTest {

  /// Line numbers would make every edit of this file a failure.
  private static String text(TaskDump dump) {
    return dump.toString().replaceAll(":[0-9]+\\)", ":n)");
  }

  /// A program that hangs: a pair that waits for each other, one that has forgotten its waker, one
  /// that sleeps, one that has not been polled, and one that was asked to end.
  private static void hang(Rig rig) {
    AtomicReference<JoinHandle<String>> second = new AtomicReference<>();
    JoinHandle<String> first = rig.runtime.spawn("first", joinLater(second));
    second.set(rig.runtime.spawn("second", joinLater(new AtomicReference<>(first))));
    rig.runtime.spawn("deaf", new Deaf());
    rig.runtime.spawn("sleeper", Tasks.sleep(Duration.ofSeconds(90)));
    rig.runAll();
    rig.clock.advance(Duration.ofMillis(1_500));
    rig.runAll();
    rig.runtime.spawn("late", Probe.waiting()).abort();
  }

  private static Future<String> joinLater(AtomicReference<JoinHandle<String>> handle) {
    return context -> handle.get().poll(context);
  }

  /// Answers pending and keeps no waker.
  private static final class Deaf implements Future<String> {
    @Override
    public Poll<String> poll(Context context) {
      Tasks.spawn("child", Probe.waiting());
      return Poll.pending();
    }
  }

  @Test
  void a_program_that_hangs_can_be_understood_from_its_dump() {
    try (Rig rig = Rig.with(it -> it.tracking(true))) {
      hang(rig);
      assertThat(text(rig.runtime.dump()))
          .isEqualTo(
              """
              AsyncRuntime(scripted) at 1.5 s: 6 tasks
              what stands out
                They wait in a ring: task 1 'first' → task 2 'second' → task 1 'first'. Break it at one of these.
              tasks
                task 1 'first' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at TaskDumpTest.hang (TaskDumpTest.java:n)
                  it waits for task 2 'second', at TaskDumpTest.lambda$joinLater$0 (TaskDumpTest.java:n)
                task 2 'second' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at TaskDumpTest.hang (TaskDumpTest.java:n)
                  it waits for task 1 'first', at TaskDumpTest.lambda$joinLater$0 (TaskDumpTest.java:n)
                task 3 'deaf' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at TaskDumpTest.hang (TaskDumpTest.java:n)
                  its future (dev.wakerobin.runtime.TaskDumpTest$Deaf) answered pending and did not take the waker, so nobody will ring: it sleeps for ever. A future that answers pending has to keep the waker of this poll
                task 4 'sleeper' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned at TaskDumpTest.hang (TaskDumpTest.java:n)
                  it waits for its time to come (due in 88.5 s), for 1.5 s now
                task 5 'child' has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most 0 ms, was spawned by task 3 'deaf' at TaskDumpTest$Deaf.poll (TaskDumpTest.java:n)
                  it waits at Probe.poll (Probe.java:n); nobody has rung its waker. If nobody holds it, this is known after a garbage collection
                task 6 'late' is queued, was asked to end, is 0 ms old, was polled 0 times, was spawned at TaskDumpTest.hang (TaskDumpTest.java:n)
              timers: 1 waits, the first is due in 88.5 s""");
    }
  }

  @Test
  void without_tracking_it_says_what_was_not_counted() {
    try (Rig rig = Rig.create()) {
      rig.runtime.spawn("sleeper", Tasks.sleep(Duration.ofSeconds(90)));
      rig.runAll();
      assertThat(text(rig.runtime.dump()))
          .isEqualTo(
              """
              AsyncRuntime(scripted) at 0 ms: 1 task
              what stands out
                what tasks wait for is not known: build the runtime with tracking(true) to be told
              tasks
                task 1 'sleeper' waits
              timers: 1 waits, the first is due in 90 s""");
    }
  }

  @Test
  void a_watchdog_has_polls_and_ages_counted() {
    try (Rig rig = Rig.with(it -> it.watchdog(Duration.ofSeconds(1)))) {
      Probe<String> probe = Probe.waiting();
      rig.spawn(probe);
      rig.runAll();
      probe.waker().wake();
      rig.clock.advance(Duration.ofMillis(5));
      rig.runAll();
      TaskDump.Task task = rig.runtime.dump().tasks().getFirst();
      assertThat(task.polls()).isEqualTo(OptionalLong.of(2));
      assertThat(task.age()).contains(Duration.ofMillis(5));
      assertThat(task.longestPoll()).isEmpty();
      assertThat(task.spawnedAt()).isEmpty();
    }
  }

  @Test
  void the_longest_poll_is_the_longest_that_has_ended() {
    try (Rig rig = Rig.with(it -> it.tracking(true))) {
      long[] lasts = {3, 9, 4};
      int[] poll = {0};
      Probe<String> probe =
          Probe.of(
              _ -> {
                rig.clock.advance(Duration.ofMillis(lasts[poll[0]++]));
                return Poll.pending();
              });
      rig.spawn(probe);
      for (int i = 0; i < lasts.length; i++) {
        rig.runAll();
        probe.waker().wake();
      }
      assertThat(rig.runtime.dump().tasks().getFirst().longestPoll())
          .contains(Duration.ofMillis(9));
    }
  }

  @Test
  void a_task_sees_itself_being_polled_and_where() {
    try (Rig rig = Rig.with(it -> it.watchdog(Duration.ofSeconds(1)))) {
      AtomicReference<TaskDump> seen = new AtomicReference<>();
      rig.spawn(
          _ -> {
            seen.set(rig.runtime.dump());
            return Poll.ready("done");
          });
      rig.runAll();
      assertThat(seen.get().tasks())
          .singleElement()
          .extracting(TaskDump.Task::state)
          .isEqualTo(TaskDump.State.POLLED);
      TaskDump.Worker here = seen.get().threads().getFirst();
      assertThat(here.thread()).isEqualTo(Thread.currentThread().getName());
      assertThat(here.polls()).contains(new TaskId(1, ""));
      assertThat(here.where().orElseThrow().getClassName()).isEqualTo(TaskDumpTest.class.getName());
      assertThat(seen.get().toString())
          .contains(here.thread() + " polls task 1, at " + here.where().orElseThrow());
    }
  }

  @Test
  void the_thread_that_is_lent_with_block_on_is_one_of_the_threads() throws InterruptedException {
    try (Rig rig = Rig.create()) {
      TaskDump seen = rig.runtime.blockOn(_ -> Poll.ready(rig.runtime.dump()));
      assertThat(seen.threads().getFirst().polls()).contains(new TaskId(1, ""));
      assertThat(rig.runtime.dump().threads()).isEmpty();
    }
  }

  @Test
  void a_blocking_call_is_shown_with_its_line() {
    try (Rig rig = Rig.create()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      JoinHandle<String> call = rig.runtime.spawnBlocking(() -> awaitBoth(begun, never));
      Patience.await("the call to begin", () -> begun.getCount() == 0);
      TaskDump dump = rig.runtime.dump();
      assertThat(dump.calls()).hasSize(1);
      assertThat(dump.calls().getFirst().where())
          .map(StackTraceElement::getMethodName)
          .contains("awaitBoth");
      assertThat(dump.waitingCalls()).isZero();
      never.countDown();
      rig.runUntilFinished(call);
    }
  }

  private static String awaitBoth(CountDownLatch begun, CountDownLatch never) throws Exception {
    begun.countDown();
    never.await();
    return "done";
  }

  /// As an async function at its await.
  private record InTheMiddle(StackTraceElement place) implements Future<String>, Suspended {
    @Override
    public Poll<String> poll(Context context) {
      return Poll.pending();
    }

    @Override
    public List<StackTraceElement> trace() {
      if (place.getLineNumber() < 0) {
        throw new IllegalStateException("polled just now");
      }
      return List.of(place);
    }
  }

  @Test
  void where_an_async_function_waits_is_shown_also_inside_of_a_scope() {
    StackTraceElement place = new StackTraceElement("App", "load", "App.java", 7);
    try (Rig rig = Rig.create()) {
      rig.spawn(new InTheMiddle(place));
      rig.spawn(TaskScope.failFast(_ -> new InTheMiddle(place)));
      rig.spawn(new InTheMiddle(new StackTraceElement("App", "load", "App.java", -1)));
      rig.runAll();
      TaskDump dump = rig.runtime.dump();
      assertThat(dump.tasks())
          .extracting(TaskDump.Task::trace)
          .containsExactly(List.of(place), List.of(place), List.of());
      assertThat(dump.toString()).contains("\n    at App.load(App.java:7)\n");
    }
  }

  @Test
  void after_closing_nothing_is_left() {
    Rig rig = Rig.with(it -> it.tracking(true));
    hang(rig);
    rig.close();
    assertThat(rig.runtime.dump().toString())
        .isEqualTo("AsyncRuntime(scripted, closed) at 1.5 s: 0 tasks\ntimers: none waits");
  }

  @Test
  void of_very_many_tasks_the_text_shows_some_and_counts_the_rest() {
    try (Rig rig = Rig.create()) {
      for (int i = 0; i < TaskDump.MOST_TASKS + 30; i++) {
        rig.spawn(Probe.waiting());
      }
      TaskDump dump = rig.runtime.dump();
      assertThat(dump.tasks()).hasSize(TaskDump.MOST_TASKS + 30);
      assertThat(dump.toString())
          .contains("task 200 ")
          .doesNotContain("task 201 ")
          .contains("and 30 more, each of which is queued");
    }
  }

  @Test
  void what_close_leaves_behind_after_its_grace_is_dumped() {
    Rig rig = Rig.with(it -> it.watchdog(Duration.ofSeconds(1)));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    rig.runtime.spawnBlocking(() -> awaitBoth(begun, never));
    Patience.await("the call to begin", () -> begun.getCount() == 0);
    List<String> left = rig.runtime.close(Duration.ofMillis(1));
    assertThat(left.getFirst()).startsWith("a blocking call on thread ");
    assertThat(left).anyMatch(line -> line.startsWith("AsyncRuntime(scripted, closed)"));
    assertThat(left).anyMatch(line -> line.contains("TaskDumpTest.awaitBoth(TaskDumpTest.java:"));
    never.countDown();
    rig.close();
  }

  // ---- As JSON

  @Test
  void as_json_it_says_the_same() {
    try (Rig rig = Rig.with(it -> it.tracking(true))) {
      rig.runtime.spawn("a \"name\"\n", Tasks.sleep(Duration.ofSeconds(1)));
      rig.runAll();
      rig.clock.advance(Duration.ofMillis(1));
      assertThat(rig.runtime.dump().toJson().replaceAll(":[0-9]+\\)", ":n)"))
          .isEqualTo(
              """
              {"scheduler":"scripted","closed":false,"atNanos":1000000,"tasks":[\
              {"number":1,"name":"a \\"name\\"\\u000a","state":"WAITING","aborted":false,\
              "future":"dev.wakerobin.runtime.Sleep","lastsNanos":1000000,"ageNanos":1000000,\
              "spawnedAt":"TaskDumpTest.as_json_it_says_the_same (TaskDumpTest.java:n)",\
              "polls":1,"longestPollNanos":0,\
              "awaits":["it waits for its time to come (due in 999 ms), for 1 ms now"],"holds":[],\
              "trace":[]}],"threads":[],"calls":[],"waitingCalls":0,"timers":1,\
              "nextTimerNanos":999000000,"notes":[]}""");
    }
  }

  @Test
  void half_a_character_is_escaped() {
    assertThat(JsonObject.quoted("\ud83d\ude00 \ud83d\t\\"))
        .isEqualTo("\"\ud83d\ude00 \\ud83d\\u0009\\\\\"");
  }
}
