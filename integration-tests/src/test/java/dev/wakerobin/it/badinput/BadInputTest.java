package dev.wakerobin.it.badinput;

import static dev.wakerobin.it.badinput.Refusal.bad;
import static dev.wakerobin.it.badinput.Refusal.none;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskId;
import dev.wakerobin.Waker;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.FuturesUnordered;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.JoinSet;
import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.runtime.TaskLocal;
import dev.wakerobin.runtime.TaskScope;
import dev.wakerobin.runtime.TaskTracker;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.spi.Recording;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.sync.Barrier;
import dev.wakerobin.sync.Broadcast;
import dev.wakerobin.sync.CancellationToken;
import dev.wakerobin.sync.Channel;
import dev.wakerobin.sync.Mutex;
import dev.wakerobin.sync.OnceCell;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.sync.RwLock;
import dev.wakerobin.sync.Semaphore;
import dev.wakerobin.sync.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every door with an argument that cannot be: it is refused by the call itself, not later in some
/// task, and says what it is about, with the value, and what would do.
@SuppressWarnings({"NullAway", "DataFlowIssue"}) // Those who have no checker pass null.
class BadInputTest {
  private static final Duration BEFORE = Duration.ofMillis(-5);

  static Stream<Refusal> refusals() {
    return Stream.of(
            api(), building(), tasks(), runtime(), futures(), streams(), locks(), channels())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void it_is_refused_at_once_with_what_and_the_value_and_what_to_do(Refusal refusal) {
    assertThatThrownBy(() -> refusal.code().make())
        .isInstanceOf(refusal.kind())
        .message()
        .contains(refusal.says());
  }

  private static List<Refusal> api() {
    return List.of(
        none("Poll.ready(null)", () -> Poll.ready(null), "answer Unit.UNIT or an Optional"),
        none("Next.item(null)", () -> Next.item(null), "leave the item out"),
        none("Context.of(null)", () -> Context.of(null), "waker"),
        none("withWaker(null)", () -> Context.of(Waker.noop()).withWaker(null), "waker"),
        bad("random(0)", () -> Context.of(Waker.noop()).random(0), "1 or more", "0"),
        bad("new TaskId(0)", () -> new TaskId(0, "x"), "count from 1", "0"),
        none("new TaskId(1, null)", () -> new TaskId(1, null), "name"),
        bad("Recording(0)", () -> new Recording(List.of("0")), "'0'", "as in 1.2"),
        bad("Recording.parse", () -> Recording.parse("x"), "line 1", "'x'", "expected"));
  }

  private static RuntimeBuilder builder() {
    return AsyncRuntime.builder().scheduler("basic");
  }

  private static List<Refusal> building() {
    return List.of(
        bad("parallelism(0)", () -> builder().parallelism(0), "parallelism", "at least 1", "0"),
        bad("parallelism(-1)", () -> builder().parallelism(-1), "parallelism", "at least 1", "-1"),
        bad("maxBlockingCalls(0)", () -> builder().maxBlockingCalls(0), "maxBlocking", "1", "0"),
        bad("computationThreads(0)", () -> builder().computationThreads(0), "computation", "0"),
        bad("keepAlive(0)", () -> builder().keepAlive(Duration.ZERO), "above zero", "PT0S"),
        bad("keepAlive(-5 ms)", () -> builder().keepAlive(BEFORE), "above zero", "PT-0.005S"),
        none("keepAlive(null)", () -> builder().keepAlive(null), "time"),
        bad("watchdog(0)", () -> builder().watchdog(Duration.ZERO), "threshold", "PT0S", "do not"),
        bad("watchdog(-5 ms)", () -> builder().watchdog(BEFORE), "threshold", "PT-0.005S"),
        none("watchdog(null)", () -> builder().watchdog(null), "threshold"),
        none("scheduler(name)", () -> builder().scheduler((String) null), "name"),
        none("scheduler()", () -> builder().scheduler((SchedulerProvider) null), "provider"),
        bad("scheduler(fair)", () -> builder().scheduler("fair").build(), "'fair'", "there is ["),
        none("threadNames(null)", () -> builder().threadNames(null), "prefix"),
        none("clock(null)", () -> builder().clock(null), "clock"),
        none("onUnjoinedFailure(null)", () -> builder().onUnjoinedFailure(null), "policy"),
        none("reporter(null)", () -> builder().reporter(null), "reporter"),
        none("instrument(null)", () -> builder().instrument(null), "instrument"));
  }

  private static List<Refusal> tasks() {
    return List.of(
        bad("sleep(-5 ms)", () -> Tasks.sleep(BEFORE), "a sleep cannot be negative", "PT-0.005S"),
        none("sleep(null)", () -> Tasks.sleep(null), "duration"),
        none("sleepUntil(null)", () -> Tasks.sleepUntil(null), "deadline"),
        bad("timeout(-5 ms)", () -> Tasks.timeout(BEFORE, Futures.never()), "PT-0.005S", "timeout"),
        none("timeout(null)", () -> Tasks.timeout(null, Futures.never()), "duration"),
        none("timeout(1, null)", () -> Tasks.timeout(Duration.ofDays(1), null), "future"),
        bad("interval(0)", () -> Tasks.interval(Duration.ZERO), "period above zero", "PT0S"),
        bad("interval(-5 ms)", () -> Tasks.interval(BEFORE), "period above zero", "PT-0.005S"),
        none("interval(null)", () -> Tasks.interval(null), "period"),
        none("intervalFrom(null)", () -> Tasks.intervalFrom(null, Duration.ofDays(1)), "start"),
        none("from(now, null)", () -> Tasks.intervalFrom(Instant.EPOCH, null), "period"),
        none("onMissed", () -> Tasks.interval(Duration.ofDays(1)).onMissed(null), "behaviour"),
        none("failFast(null)", () -> TaskScope.failFast(null), "body"),
        none("supervised(null)", () -> TaskScope.supervised(null), "body"),
        none("TaskLocal.named(null)", () -> TaskLocal.named(null), "name"),
        none("with(null)", () -> TaskLocal.named("x").with(null, Futures.never()), "value"),
        none("with(x, null)", () -> TaskLocal.named("x").with("y", null), "future"),
        none("inherit(null)", () -> TaskLocal.named("x").inherit(null), "future"),
        none("track(null)", () -> new TaskTracker().track(null), "future"),
        none("JoinSet.on(null)", () -> JoinSet.on(null), "runtime"),
        bad(
            "advance(-5 ms)",
            () -> done(() -> Clock.manual().advance(BEFORE)),
            "PT-0.005S",
            "back"),
        none("advance(null)", () -> done(() -> Clock.manual().advance(null)), "step"));
  }

  private static List<Refusal> runtime() {
    return List.of(
        none("spawn(null)", () -> on(runtime -> runtime.spawn(null)), "future"),
        none("spawn(name)", () -> on(runtime -> runtime.spawn(null, Futures.never())), "name"),
        none("spawnBlocking(null)", () -> on(runtime -> runtime.spawnBlocking(null)), "call"),
        none("spawnComputation(null)", () -> on(runtime -> runtime.spawnComputation(null)), "call"),
        none("blockOn(null)", () -> on(runtime -> runtime.blockOn(null)), "future"),
        none("JoinSet.spawn", () -> on(runtime -> JoinSet.on(runtime).spawn(null)), "future"),
        none("spawnOn(null)", () -> new TaskTracker().spawnOn(null, Futures.never()), "runtime"),
        none("spawnOn", () -> on(each -> new TaskTracker().spawnOn(each, null)), "future"),
        bad("close(-5 ms)", () -> on(runtime -> runtime.close(BEFORE)), "grace", "PT-0.005S"),
        none("close(null)", () -> on(runtime -> runtime.close(null)), "grace"));
  }

  private static List<Refusal> futures() {
    Future<String> ok = Futures.ready("value");
    return List.of(
        none("ready(null)", () -> Futures.ready(null), "ready with null"),
        none("failed(null)", () -> Futures.failed(null), "failure"),
        none("lazy(null)", () -> Futures.lazy(null), "maker"),
        none("map(null, f)", () -> Futures.map(null, x -> x), "future"),
        none("map(x, null)", () -> Futures.map(ok, null), "function"),
        none("then(null, f)", () -> Futures.then(null, _ -> ok), "future"),
        none("then(x, null)", () -> Futures.then(ok, null), "function"),
        none("outcome(null)", () -> Futures.outcome(null), "future"),
        none("join(x, null)", () -> Futures.join(ok, null), "null among the futures"),
        none("joinAll(null)", () -> Futures.joinAll(null), "futures"),
        none(
            "joinAll([null])",
            () -> Futures.joinAll(Arrays.asList(ok, null)),
            "null among the futures"),
        none("tryJoin(null, x)", () -> Futures.tryJoin(null, ok), "null among the futures"),
        none("tryJoinAll(null)", () -> Futures.tryJoinAll(null), "futures"),
        none("select(x, null)", () -> Futures.select(ok, null), "null among the futures"),
        none(
            "selectBiased(null, x)",
            () -> Futures.selectBiased(null, ok),
            "null among the futures"),
        none("select(null)", () -> Futures.select(null), "futures"),
        bad("select([])", () -> Futures.select(List.of()), "nobody", "never"),
        none("race(null)", () -> Futures.race((Future<String>) null), "null among the futures"),
        none("timeout(null, x)", () -> Futures.timeout(null, ok), "future"),
        none("timeout(x, null)", () -> Futures.timeout(ok, null), "clock"),
        none("shared(null)", () -> Futures.shared(null), "future"),
        none("fromStage(null)", () -> Futures.fromStage(null), "stage"),
        none("add(null)", () -> done(() -> new FuturesUnordered<String>().add(null)), "future"));
  }

  private static List<Refusal> streams() {
    return List.of(
        none("of(null)", () -> Streams.of("x", null), "null among the items"),
        none("fromIterable(null)", () -> Streams.fromIterable(null), "items"),
        none("from(null)", () -> Streams.from(null), "stream"),
        none("repeat(null)", () -> Streams.repeat(null), "maker"),
        none("unfold(null)", () -> Streams.unfold(null), "maker"),
        none("next(null)", () -> Streams.next(null), "stream"),
        none("fromPublisher(null)", () -> Streams.fromPublisher(null, 1), "publisher"),
        bad("fromPublisher(p, 0)", () -> Streams.fromPublisher(_ -> {}, 0), "1", "0"),
        bad("take(-1)", () -> Streams.of(1).take(-1), "0 or more", "-1"),
        bad("chunks(0)", () -> Streams.of(1).chunks(0), "1", "0"),
        bad("buffered(0)", () -> Streams.of(1).buffered(0, Futures::ready), "1", "0"),
        bad("bufferedUnordered", () -> Streams.of(1).bufferedUnordered(-1, Futures::ready), "-1"),
        none("map(null)", () -> Streams.of(1).map(null), "function"),
        none("filter(null)", () -> Streams.of(1).filter(null), "passes"),
        none("takeWhile(null)", () -> Streams.of(1).takeWhile(null), "passes"),
        none("flatMap(null)", () -> Streams.of(1).flatMap(null), "function"),
        none("then(null)", () -> Streams.of(1).then(null), "function"),
        none("throttle(null)", () -> Streams.of(1).throttle(null), "pauses"),
        none("zip(null)", () -> Streams.of(1).zip(null), "stream"),
        none("forEach(null)", () -> Streams.of(1).forEach(null), "action"),
        none("collect(null)", () -> Streams.of(1).collect(null), "collector"));
  }

  private static List<Refusal> locks() {
    return List.of(
        bad("Semaphore(-1)", () -> new Semaphore(-1), "from 0 to " + Semaphore.MOST_PERMITS, "-1"),
        bad(
            "Semaphore(MAX)",
            () -> new Semaphore(Long.MAX_VALUE),
            "semaphore",
            "" + Long.MAX_VALUE),
        bad("acquire(-1)", () -> new Semaphore(1).acquire(-1), "from 0 to", "-1"),
        bad("tryAcquire(-1)", () -> new Semaphore(1).tryAcquire(-1), "from 0 to", "-1"),
        bad("addPermits(-1)", () -> done(() -> new Semaphore(1).addPermits(-1)), "from 0", "-1"),
        bad(
            "too many",
            () -> done(() -> new Semaphore(1).addPermits(Semaphore.MOST_PERMITS)),
            "1:"),
        bad("forgetPermits(-1)", () -> new Semaphore(1).forgetPermits(-1), "0 or more", "-1"),
        bad("split(2)", () -> new Semaphore(1).tryAcquire().orElseThrow().split(2), "2", "off 1"),
        bad(
            "split(-1)",
            () -> new Semaphore(1).tryAcquire().orElseThrow().split(-1),
            "-1",
            "off 1"),
        none("withPermit(null)", () -> new Semaphore(1).withPermit(null), "work"),
        none("withLock(null)", () -> new Mutex().withLock(null), "work"),
        bad("RwLock(0)", () -> new RwLock(0), "from 1 to " + RwLock.MOST_READERS, "0"),
        bad("RwLock(MAX)", () -> new RwLock(Integer.MAX_VALUE), "readers", "" + Integer.MAX_VALUE),
        none("withRead(null)", () -> new RwLock().withRead(null), "work"),
        bad("Barrier(0)", () -> new Barrier(0), "1 task or more", "0"),
        bad("Barrier(-1)", () -> new Barrier(-1), "1 task or more", "-1"),
        none("valueOrInit(null)", () -> new OnceCell<String>().valueOrInit(null), "init"),
        none("set(null)", () -> new OnceCell<String>().set(null), "value"),
        none("until(null)", () -> new CancellationToken().runUntilCancelled(null), "work"));
  }

  private static List<Refusal> channels() {
    return List.of(
        bad("bounded(0)", () -> Channel.bounded(0), "1 value or more", "0"),
        bad("bounded(-1)", () -> Channel.bounded(-1), "1 value or more", "-1"),
        none("send(null)", () -> Channel.unbounded().sender().send(null), "value"),
        none("trySend(null)", () -> Channel.unbounded().sender().trySend(null), "value"),
        bad("receiveMany(0)", () -> Channel.unbounded().receiver().receiveMany(0), "1 value", "0"),
        bad("Broadcast(0)", () -> new Broadcast<String>(0), "1 value or more", "0"),
        bad("Broadcast(-1)", () -> new Broadcast<String>(-1), "1 value or more", "-1"),
        none("Broadcast.send(null)", () -> new Broadcast<String>(1).send(null), "value"),
        none("new Watch(null)", () -> new Watch<String>(null), "initial"),
        none("Watch.set(null)", () -> done(() -> new Watch<>("x").set(null)), "value"),
        none("Watch.update(null)", () -> new Watch<>("x").update(null), "function"),
        none("update(_ -> null)", () -> new Watch<>("x").update(_ -> null), "the new value"),
        none("awaitValue(null)", () -> new Watch<>("x").subscribe().awaitValue(null), "predicate"),
        none("Oneshot.send(null)", () -> new Oneshot<String>().send(null), "value"));
  }

  /// Something that is called for its effect.
  private interface Effect {
    void run() throws Exception;
  }

  private static String done(Effect effect) throws Exception {
    effect.run();
    return "done";
  }

  /// What is done with a runtime.
  private interface Use {
    Object with(AsyncRuntime runtime) throws Exception;
  }

  private static Object on(Use use) throws Exception {
    try (AsyncRuntime runtime = builder().build()) {
      return use.with(runtime);
    }
  }
}
