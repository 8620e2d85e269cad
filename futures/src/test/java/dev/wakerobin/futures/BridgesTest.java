package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BridgesTest {
  private final StageContext context = new StageContext();

  // ---- CompletionStage

  @OnEveryScheduler
  void a_stage_that_another_thread_completes_wakes_the_task(AsyncRuntime runtime)
      throws InterruptedException {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    JoinHandle<Integer> handle = runtime.spawn(Futures.fromStage(stage));
    Performer.onAnotherThread(() -> stage.complete(3));
    assertThat(runtime.blockOn(handle)).isEqualTo(3);
  }

  @Test
  void a_stage_fails_with_what_it_failed_with_and_not_with_its_wrapping() {
    CompletableFuture<Integer> stage =
        CompletableFuture.<Integer>failedFuture(new IOException("no")).thenApply(i -> i);
    assertThatThrownBy(() -> Futures.fromStage(stage).poll(context.next()))
        .isInstanceOf(IOException.class)
        .hasMessage("no");
  }

  @Test
  void a_stage_of_nothing_fails_and_says_what_to_do() {
    CompletableFuture<Void> stage = CompletableFuture.runAsync(() -> {}, Runnable::run);
    assertThatThrownBy(() -> Futures.fromStage(stage).poll(context.next()))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("thenApply(_ -> Unit.UNIT)");
  }

  @Test
  void cancelling_cancels_the_stage_and_not_the_one_that_it_copies() throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    Future<Integer> copied = Futures.fromStage(stage.copy());
    assertThat(copied.poll(context.next()).isReady()).isFalse();
    copied.cancel();
    assertThat(stage).isNotDone();
    Futures.fromStage(stage).cancel();
    assertThat(stage).isCancelled();
  }

  @OnEveryScheduler
  void a_future_completes_a_stage_well_or_badly(AsyncRuntime runtime) throws Exception {
    CompletableFuture<Integer> well =
        Futures.toStage(Futures.map(Tasks.yieldNow(), _ -> 1), runtime::spawn);
    CompletableFuture<Integer> badly =
        Futures.toStage(Futures.<Integer>failed(new IOException("no")), runtime::spawn);
    runtime.blockOn(Futures.joinAll(List.of(Tasks.yieldNow(), Tasks.yieldNow())));
    assertThat(runtime.blockOn(Futures.fromStage(well.copy()))).isEqualTo(1);
    runtime.blockOn(Futures.outcome(Futures.fromStage(badly.copy())));
    assertThatThrownBy(() -> badly.get(1, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no");
  }

  @OnEveryScheduler
  void cancelling_the_stage_cancels_the_future_and_aborting_its_task_cancels_the_stage(
      AsyncRuntime runtime) throws InterruptedException {
    Actor actor = new Actor(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, false));
    List<JoinHandle<?>> tasks = new ArrayList<>();
    CompletableFuture<Integer> stage =
        Futures.toStage(actor, driver -> tasks.add(runtime.spawn(driver)));
    runtime.blockOn(Tasks.yieldNow());
    stage.cancel(false);
    runtime.blockOn(tasks.getFirst());
    assertThat(actor.cancels).isOne();
    CompletableFuture<Integer> orphan =
        Futures.toStage(Futures.<Integer>never(), driver -> tasks.add(runtime.spawn(driver)));
    tasks.getLast().abort();
    runtime.blockOn(Futures.outcome(tasks.getLast()));
    assertThat(orphan).isCancelled();
  }

  // ---- Flow

  @OnEveryScheduler
  void the_items_of_a_publisher_come_in_order_from_its_threads(AsyncRuntime runtime)
      throws InterruptedException {
    List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    JoinHandle<List<Integer>> handle = runtime.spawn(Streams.fromPublisher(publisher, 4).toList());
    runtime.blockOn(whenSubscribed(publisher));
    // Submitting blocks when the buffer is full, so it is not for the thread that runs the tasks.
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              items.forEach(publisher::submit);
              publisher.close();
            });
    assertThat(runtime.blockOn(handle)).isEqualTo(items);
  }

  private static Future<Boolean> whenSubscribed(SubmissionPublisher<?> publisher) {
    return context -> {
      if (publisher.hasSubscribers()) {
        return Poll.ready(true);
      }
      context.waker().wake();
      return Poll.pending();
    };
  }

  @OnEveryScheduler
  void a_stream_goes_through_a_publisher_and_back(AsyncRuntime runtime)
      throws InterruptedException {
    List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
    Flow.Publisher<Integer> publisher =
        Streams.toPublisher(Streams.fromIterable(items), runtime::spawn);
    assertThat(runtime.blockOn(Streams.<Integer>fromPublisher(publisher, 3).toList()))
        .isEqualTo(items);
    assertThatThrownBy(() -> runtime.blockOn(Streams.<Integer>fromPublisher(publisher, 3).toList()))
        .hasRootCauseMessage("this stream has its one subscriber: make another publisher");
    Flow.Publisher<Integer> failing =
        Streams.toPublisher(
            Streams.of(1).then(_ -> Futures.failed(new IOException("no"))), runtime::spawn);
    assertThatThrownBy(() -> runtime.blockOn(Streams.<Integer>fromPublisher(failing, 3).toList()))
        .hasRootCauseMessage("no");
  }

  /// A publisher that does what the test says.
  private static final class Script implements Flow.Publisher<Integer>, Flow.Subscription {
    private final List<Long> requests = new ArrayList<>();
    private Flow.Subscriber<? super Integer> subscriber = new Heard();
    private int cancels;

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> newOne) {
      subscriber = newOne;
      newOne.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      requests.add(count);
    }

    @Override
    public void cancel() {
      cancels++;
    }
  }

  @Test
  void no_more_is_asked_for_than_there_is_room_and_no_less_than_half() throws Exception {
    Script script = new Script();
    Pipeline<Integer> pipeline = Streams.fromPublisher(script, 4);
    assertThat(script.requests).isEmpty();
    assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.pending());
    assertThat(script.requests).containsExactly(4L);
    for (int i = 0; i < 4; i++) {
      script.subscriber.onNext(i);
    }
    assertThat(context.rung).isTrue();
    for (int i = 0; i < 4; i++) {
      assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.item(i));
    }
    assertThat(script.requests).containsExactly(4L, 2L, 2L);
    pipeline.cancel();
    assertThat(script.cancels).isOne();
  }

  @Test
  void a_publisher_that_gives_too_much_is_cancelled_and_the_stream_fails() throws Exception {
    Script script = new Script();
    Pipeline<Integer> pipeline = Streams.fromPublisher(script, 1);
    assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.pending());
    script.subscriber.onNext(1);
    script.subscriber.onNext(2);
    assertThat(script.cancels).isOne();
    assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.item(1));
    assertThatThrownBy(() -> pipeline.pollNext(context.next()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than the 1 items");
  }

  @Test
  void a_publisher_that_ends_twice_or_goes_on_after_its_end_is_not_heard() throws Exception {
    Script script = new Script();
    Pipeline<Integer> pipeline = Streams.fromPublisher(script, 2);
    assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.pending());
    script.subscriber.onComplete();
    script.subscriber.onComplete();
    script.subscriber.onError(new IOException("late"));
    script.subscriber.onNext(1);
    for (int i = 0; i < 3; i++) {
      assertThat(pipeline.pollNext(context.next())).isEqualTo(Next.end());
    }
    assertThat(script.cancels).isZero();
  }

  private static final Flow.Subscription NOT_YET =
      new Flow.Subscription() {
        @Override
        public void request(long count) {
          throw new AssertionError("not subscribed yet");
        }

        @Override
        public void cancel() {
          throw new AssertionError("not subscribed yet");
        }
      };

  /// A subscriber that notes what it hears.
  private static final class Heard implements Flow.Subscriber<Integer> {
    private final List<Object> signals = new ArrayList<>();
    private Flow.Subscription subscription = NOT_YET;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(Integer item) {
      signals.add(item);
    }

    @Override
    public void onError(Throwable throwable) {
      signals.add(throwable.getClass());
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }

  @Test
  void a_subscriber_hears_what_it_asks_for_and_no_more() throws Exception {
    Heard heard = new Heard();
    List<Future<?>> drivers = new ArrayList<>();
    Streams.toPublisher(Streams.of(1, 2, 3), drivers::add).subscribe(heard);
    Future<?> driver = drivers.getFirst();
    assertThat(driver.poll(context.next()).isReady()).isFalse();
    assertThat(context.rung).isFalse();
    heard.subscription.request(2);
    assertThat(context.rung).isTrue();
    assertThat(driver.poll(context.next()).isReady()).isFalse();
    assertThat(heard.signals).containsExactly(1, 2);
    heard.subscription.request(Long.MAX_VALUE);
    assertThat(driver.poll(context.next()).isReady()).isTrue();
    assertThat(heard.signals).containsExactly(1, 2, 3, "complete");
  }

  @Test
  void a_subscriber_that_asks_wrongly_cancels_or_loses_its_task_hears_so() throws Exception {
    River river = new River(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, false));
    List<Future<?>> drivers = new ArrayList<>();
    Heard wrong = new Heard();
    Streams.toPublisher(river, drivers::add).subscribe(wrong);
    wrong.subscription.request(0);
    assertThat(drivers.getLast().poll(context.next()).isReady()).isTrue();
    assertThat(wrong.signals).containsExactly(IllegalArgumentException.class);
    assertThat(river.cancels).isOne();

    Heard bored = new Heard();
    Streams.toPublisher(Streams.of(1), drivers::add).subscribe(bored);
    bored.subscription.request(1);
    bored.subscription.cancel();
    assertThat(drivers.getLast().poll(context.next()).isReady()).isTrue();
    assertThat(bored.signals).isEmpty();

    Heard orphan = new Heard();
    Streams.toPublisher(Streams.of(1), drivers::add).subscribe(orphan);
    drivers.getLast().cancel();
    assertThat(orphan.signals).containsExactly(CancellationException.class);
  }
}
