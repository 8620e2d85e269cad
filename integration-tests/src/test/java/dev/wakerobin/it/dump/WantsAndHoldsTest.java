package dev.wakerobin.it.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.TaskDump;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Barrier;
import dev.wakerobin.sync.Broadcast;
import dev.wakerobin.sync.CancellationToken;
import dev.wakerobin.sync.Channel;
import dev.wakerobin.sync.Mutex;
import dev.wakerobin.sync.Notify;
import dev.wakerobin.sync.OnceCell;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.sync.Permit;
import dev.wakerobin.sync.RwLock;
import dev.wakerobin.sync.Semaphore;
import dev.wakerobin.sync.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a dump says of each thing that a task may wait for, and of those who hold it.
class WantsAndHoldsTest {
  private final AsyncRuntime runtime =
      AsyncRuntime.builder().scheduler("basic").clock(Clock.manual()).tracking(true).build();

  @AfterEach
  void close() {
    runtime.close();
  }

  static Stream<Arguments> waits() {
    Channel<Integer> full = Channel.bounded(1);
    full.sender().trySend(1);
    Channel<Integer> empty = Channel.bounded(1);
    OnceCell<Integer> cell = new OnceCell<>();
    return Stream.of(
        wait("to lock Mutex 1", () -> held(new Mutex()).lock()),
        wait("to read under RwLock 1", () -> written(new RwLock()).read()),
        wait("to write under RwLock 1", () -> written(new RwLock()).write()),
        wait("for 2 permits of Semaphore 1 (1 of 1 free)", () -> new Semaphore(1).acquire(2)),
        wait("for room in Channel 1 (all of 1 taken)", () -> full.sender().send(2)),
        wait("for room in Channel 1 (all of 1 taken)", () -> full.sender().reserve()),
        wait("for a value from Channel 1 (1 sender is open)", () -> empty.receiver().receive()),
        wait("for the value of Oneshot 1 (its sender has neither", Oneshot::new),
        wait("for a notification by Notify 1", () -> new Notify().notified()),
        wait("to come to Barrier 1 (1 of 2 are missing)", () -> new Barrier(2).awaitOthers()),
        wait("for a change of Watch 1", () -> new Watch<>(1).subscribe().changed()),
        wait("for a value from Broadcast 1", () -> new Broadcast<>(1).subscribe().receive()),
        wait("for the cancelling of CancellationToken 1", new CancellationToken()::cancelled),
        wait("for another task to make the value of OnceCell 1", () -> made(cell)),
        wait("for its time to come (due in 7000 s)", () -> Tasks.sleep(Duration.ofSeconds(7_000))),
        wait("for its time to come (it never comes)", () -> Tasks.sleep(FOR_EVER)));
  }

  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static Arguments wait(String words, Callable<Future<?>> maker) {
    return arguments(words, maker);
  }

  private static Mutex held(Mutex mutex) {
    assertThat(mutex.tryLock()).isPresent();
    return mutex;
  }

  private static RwLock written(RwLock lock) {
    assertThat(lock.tryWrite()).isPresent();
    return lock;
  }

  /// The wait for a value that somebody else is making already.
  private static Future<Integer> made(OnceCell<Integer> cell) {
    Tasks.spawn(cell.valueOrInit(Futures::never));
    return Futures.then(
        Tasks.yieldNow(),
        _ -> Futures.then(Tasks.yieldNow(), _ -> cell.valueOrInit(Futures::never)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waits")
  void a_task_says_what_it_waits_for_and_where(String words, Callable<Future<?>> maker)
      throws InterruptedException {
    JoinHandle<?> task = runtime.spawn("it", Futures.lazy(() -> same(maker.call())));
    rest();
    assertThat(sentencesOf("it"))
        .filteredOn(sentence -> sentence.contains(words))
        .singleElement()
        .asString()
        .startsWith("it waits ")
        .contains("for 0 ms now, at WantsAndHoldsTest.");
    task.abort();
    rest();
    assertThat(runtime.dump().toString()).doesNotContain(words);
  }

  private static Future<Object> same(Future<?> future) {
    return Futures.map(future, value -> (Object) value);
  }

  @Test
  void those_who_hold_are_named_and_of_many_the_rest_is_counted() throws InterruptedException {
    Semaphore semaphore = new Semaphore(5);
    for (int i = 1; i <= 5; i++) {
      runtime.spawn("holder " + i, semaphore.withPermit(Futures::never));
    }
    runtime.spawn("it", semaphore.acquire());
    rest();
    assertThat(sentencesOf("it"))
        .singleElement()
        .asString()
        .startsWith("it waits for 1 permit of Semaphore 1 (0 of 5 free)")
        .endsWith(
            "; task 1 'holder 1' holds it; task 2 'holder 2' holds it; task 3 'holder 3' holds it;"
                + " and 2 more hold it");
    assertThat(holdsOf("holder 5"))
        .singleElement()
        .asString()
        .startsWith("it holds permits of Semaphore 1, for 0 ms now");
  }

  @Test
  void what_was_given_back_by_whomever_is_held_by_nobody() throws InterruptedException {
    Semaphore semaphore = new Semaphore(3);
    List<Permit> permits = new ArrayList<>();
    runtime.spawn(
        "it",
        Futures.then(
            semaphore.acquire(3),
            permit -> {
              permits.add(permit);
              permits.add(permit.split(1));
              return Futures.never();
            }));
    rest();
    assertThat(holdsOf("it")).hasSize(2);
    permits.getFirst().close(); // By no task at all.
    assertThat(holdsOf("it")).hasSize(1);
    permits.getLast().forget();
    assertThat(holdsOf("it")).isEmpty();
  }

  @Test
  void a_writer_that_became_a_reader_holds_one_lock() throws InterruptedException {
    RwLock lock = new RwLock();
    runtime.spawn(
        "it",
        Futures.then(
            lock.write(),
            guard -> {
              guard.downgrade();
              return Futures.never();
            }));
    rest();
    assertThat(holdsOf("it"))
        .singleElement()
        .asString()
        .startsWith("it holds a read lock of RwLock 1");
  }

  @Test
  void a_task_that_locks_twice_waits_for_itself() throws InterruptedException {
    Mutex mutex = new Mutex();
    runtime.spawn("it", mutex.withLock(() -> mutex.withLock(Futures::never)));
    rest();
    assertThat(runtime.dump().notes()).containsExactly("task 1 'it' waits for itself.");
  }

  @Test
  void as_json_it_says_the_same() throws InterruptedException {
    Mutex mutex = new Mutex();
    runtime.spawn("it", mutex.withLock(() -> mutex.withLock(Futures::never)));
    rest();
    assertThat(runtime.dump().toJson())
        .contains("\"awaits\":[\"it waits to lock Mutex 1, ", "\"holds\":[\"it holds the lock of ");
  }

  /// Runs all there is to run: each yield lets those go first who are ready.
  private void rest() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      runtime.blockOn(Tasks.yieldNow());
    }
  }

  private List<String> sentencesOf(String name) {
    return task(name).awaits();
  }

  private List<String> holdsOf(String name) {
    return task(name).holds();
  }

  private TaskDump.Task task(String name) {
    return runtime.dump().tasks().stream()
        .filter(each -> each.task().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
