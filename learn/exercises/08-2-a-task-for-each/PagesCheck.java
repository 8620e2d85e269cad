import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesCheck {
  private final AtomicInteger loading = new AtomicInteger();
  private final AtomicInteger mostLoading = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean readWithoutNeed;

  /// Takes 10 ms a page; the page 'slow' takes 50.
  private Future<String> load(String name) {
    return async(
        () -> {
          mostLoading.accumulateAndGet(loading.incrementAndGet(), Math::max);
          await(Tasks.sleep(Duration.ofMillis(name.equals("slow") ? 50 : 10)));
          loading.decrementAndGet();
          return "page " + name;
        });
  }

  private final TraceRecorder recorder = new TraceRecorder();

  private List<String> all(int most, String... names) throws Exception {
    return run(Pages.all(Streams.of(names), this::load, most));
  }

  private <T> T run(Future<T> future) throws Exception {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().clock(Clock.virtual()).instrument(recorder).build()) {
      return runtime.blockOn(future);
    }
  }

  @Test
  void no_names_make_no_pages() throws Exception {
    assertThat(all(2)).as("pages of no names").isEmpty();
  }

  @Test
  void the_pages_come_in_the_order_of_their_names() throws Exception {
    List<String> pages = all(3, "slow", "a", "b", "c");
    assertThat(pages)
        .as("how many pages four names make")
        .hasSize(4);
    assertThat(pages)
        .withFailMessage(
            "the pages came in the order in which they were done: %s, for the names [slow, a, b, c]",
            pages)
        .containsExactly("page slow", "page a", "page b", "page c");
  }

  @Test
  void each_page_is_loaded_by_a_task_of_its_own() throws Exception {
    all(2, "a", "b", "c");
    long tasks = recorder.trace().tasks().size() - 1; // One of them reads the names.
    assertThat(tasks)
        .withFailMessage(
            tasks == 0
                ? "no task was spawned: 'a' was loaded by the task that reads the names, and so"
                    + " were the others"
                : "three pages were loaded, and %d tasks were spawned: it has to be one for each",
            tasks)
        .isEqualTo(3);
  }

  @Test
  void as_many_are_loaded_at_the_same_time_as_were_asked_for() throws Exception {
    all(2, "a", "b", "c", "d", "e");
    int most = mostLoading.get();
    assertThat(most)
        .withFailMessage(
            "five pages, two at a time: %d were being loaded at the same time at most", most)
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void and_never_more() throws Exception {
    all(2, "a", "b", "c");
    int most = mostLoading.get();
    assertThat(most)
        .withFailMessage(
            "%d pages were being loaded at the same time, and 2 is the most that was asked for",
            most)
        .isLessThanOrEqualTo(2);
  }

  /// Three names, and remembers whether one was asked for while two pages were being loaded.
  private final class Names implements Stream<String> {
    @Override
    public Next<String> pollNext(Context context) {
      readWithoutNeed |= loading.get() >= 2;
      int number = asked.getAndIncrement();
      return number < 3 ? Next.item("abc".substring(number, number + 1)) : Next.end();
    }
  }

  @Test
  void no_name_is_asked_for_while_there_is_enough_to_do() throws Exception {
    run(Pages.all(new Names(), this::load, 2));
    assertThat(readWithoutNeed)
        .withFailMessage(
            "a name was asked for while two pages were being loaded, and two is the most: let the"
                + " stream wait, whoever feeds it waits too")
        .isFalse();
  }

  @Test
  void a_page_that_fails_is_not_kept_quiet() {
    Pages.Loader broken =
        _ ->
            _ -> {
              throw new IllegalStateException("no such page");
            };
    assertThatThrownBy(() -> run(Pages.all(Streams.of("a"), broken, 2)))
        .as("what comes of a page that cannot be loaded")
        .hasStackTraceContaining("no such page");
  }

  @Test
  void calling_it_loads_nothing() {
    Future<List<String>> unused =
        Pages.all(Streams.of("a"), name -> _ -> Poll.ready(asked.incrementAndGet() + name), 2);
    assertThat(unused).as("the future of all pages").isNotNull();
    assertThat(asked.get()).as("pages loaded before anybody polled").isZero();
  }
}
