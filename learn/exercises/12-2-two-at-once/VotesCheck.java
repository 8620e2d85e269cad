import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class VotesCheck {
  private static final boolean SEVERAL_WORKERS =
      "work-stealing".equals(System.getProperty("wakerobin.scheduler"));

  /// On one thread there is nobody to meet.
  private static final int MANY = SEVERAL_WORKERS ? 20_000 : 200;

  /// Where two workers wait for each other. Not for ever: if one of them is kept out, as it should
  /// be, the other one goes on alone, and from then on nobody waits here.
  private static final class MeetingPoint {
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private final long millis;

    MeetingPoint(long millis) {
      this.millis = millis;
    }

    /// Whether the other one came.
    boolean meet() {
      try {
        barrier.await(millis, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException | BrokenBarrierException alone) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /// A choice that is looked up slowly: two workers that are at it meet.
  private record Slow(String name, MeetingPoint point) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Slow slow && slow.name.equals(name);
    }

    @Override
    public int hashCode() {
      point.meet();
      return Objects.hashCode(name);
    }
  }

  private static <C> void countAll(Votes<C> votes, List<Future<C>> ballots) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().parallelism(4).build()) {
      List<JoinHandle<Unit>> tasks = new ArrayList<>();
      for (Future<C> ballot : ballots) {
        tasks.add(runtime.spawn(votes.count(ballot)));
      }
      List<Unit> _ = runtime.blockOn(Futures.joinAll(tasks));
    }
  }

  private static void came(int cast, int counted) {
    assertThat(counted)
        .withFailMessage(
            "%,d votes were cast, and %,d %s counted%s",
            cast,
            counted,
            counted == 1 ? "was" : "were",
            counted < cast
                ? ": two tasks, on two workers, read the same number and both wrote the next one."
                    + " Nothing kept the second one out while the first was between reading and"
                    + " writing"
                : "")
        .isEqualTo(cast);
  }

  @Test
  void three_votes_are_three() throws Exception {
    Votes<String> votes = new Votes<>();
    countAll(votes, List.of(Futures.ready("tea"), Futures.ready("coffee"), Futures.ready("tea")));
    came(2, votes.of("tea"));
    came(1, votes.of("coffee"));
    came(0, votes.of("water"));
  }

  @Test
  void two_votes_on_two_workers_at_the_same_time() throws Exception {
    MeetingPoint start = new MeetingPoint(SEVERAL_WORKERS ? 3_000 : 0);
    MeetingPoint lookUp = new MeetingPoint(SEVERAL_WORKERS ? 500 : 0);
    Votes<Slow> votes = new Votes<>();
    List<Future<Slow>> ballots = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ballots.add(
          _ -> {
            start.meet();
            return Poll.ready(new Slow("tea", lookUp));
          });
    }
    countAll(votes, ballots);
    came(2, votes.of(new Slow("tea", new MeetingPoint(0))));
  }

  @Test
  void many_votes() throws Exception {
    Votes<String> votes = new Votes<>();
    List<Future<String>> ballots = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ballots.add(Futures.ready("tea"));
    }
    countAll(votes, ballots);
    came(MANY, votes.of("tea"));
  }

  @Test
  void a_ballot_that_does_not_come_keeps_nobody_waiting() throws Exception {
    Votes<String> votes = new Votes<>();
    boolean counted;
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().parallelism(4).clock(Clock.virtual()).build()) {
      runtime.spawn(votes.count(Futures.never()));
      runtime.blockOn(Tasks.sleep(Duration.ofMillis(1)));
      JoinHandle<Unit> second = runtime.spawn(votes.count(Futures.ready("tea")));
      counted = runtime.blockOn(endsWithinAnHour(second));
    }
    assertThat(counted)
        .withFailMessage(
            "one ballot did not come, and the next one, which did, was not counted within an hour:"
                + " what is locked has to be let go before an await")
        .isTrue();
    came(1, votes.of("tea"));
  }

  private static Future<Boolean> endsWithinAnHour(JoinHandle<Unit> task) {
    return async(
        () -> {
          try {
            await(Tasks.timeout(Duration.ofHours(1), task));
            return true;
          } catch (TimeoutException _) {
            return false;
          }
        });
  }
}
