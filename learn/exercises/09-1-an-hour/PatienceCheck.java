import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PatienceCheck {

  /// How much of your own time a measurement may take.
  private static final long REAL_SECONDS = 2;

  private static boolean stillWaiting; // Once is enough: the other checks do not wait as well.

  private static Duration of(Patience.Host host) throws Throwable {
    if (stillWaiting) {
      throw stillWaiting();
    }
    CompletableFuture<Duration> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    answer.complete(Patience.of(host));
                  } catch (Throwable thrown) {
                    answer.completeExceptionally(thrown);
                  }
                });
    try {
      return answer.get(REAL_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw failure.getCause();
    } catch (TimeoutException _) {
      thread.interrupt();
      stillWaiting = true;
      throw stillWaiting();
    }
  }

  private static AssertionError stillWaiting() {
    return new AssertionError(
        "the host still waits, after "
            + REAL_SECONDS
            + " s on your wall. If the runtime's clock is that of the system, an hour takes an hour."
            + " A manual one stands still for ever, unless somebody moves it. Which clock jumps by"
            + " itself when all are asleep?");
  }

  private static void measures(Duration patience) throws Throwable {
    Duration answer = of(guest -> Tasks.timeout(patience, guest));
    assertThat(answer)
        .withFailMessage(
            "of a host who waits for %s it says %s: is the time that passed asked of the runtime's"
                + " clock, and of no other one?",
            patience, answer)
        .isEqualTo(patience);
  }

  @Test
  void it_measures_an_hour() throws Throwable {
    measures(Duration.ofHours(1));
  }

  @Test
  void it_is_right_to_the_nanosecond() throws Throwable {
    measures(Duration.ofMinutes(59));
    measures(Duration.ofHours(1).minusNanos(1));
    measures(Duration.ofMillis(3));
  }

  @Test
  void it_measures_a_year() throws Throwable {
    measures(Duration.ofDays(365));
  }

  @Test
  void a_host_who_gives_up_at_once_has_no_patience() throws Throwable {
    Duration answer = of(_ -> Futures.failed(new TimeoutException("too late")));
    assertThat(answer)
        .withFailMessage("of a host who gives up at once it says %s, and should say PT0S", answer)
        .isZero();
  }

  @Test
  void a_host_who_does_not_give_up_as_he_should_is_found_out() {
    assertThatThrownBy(() -> of(_ -> Futures.ready("welcome")))
        .as("a host who greets a guest that did not come")
        .isInstanceOf(AssertionError.class);
  }
}
