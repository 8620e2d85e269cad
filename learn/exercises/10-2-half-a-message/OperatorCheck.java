import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatorCheck {
  private final List<String> book = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  /// Sends messages with these pauses: one before each half.
  private static Future<Unit> ship(Channel<String> air, int... pauses) {
    return async(
        () -> {
          for (int i = 0; i < pauses.length; i++) {
            await(Tasks.sleep(Duration.ofMillis(pauses[i])));
            await(air.sender().send(i % 2 == 0 ? "message " : "" + (i / 2 + 1)));
          }
          air.sender().close();
        });
  }

  /// What is in the book, after a ship with these pauses. The operator has an hour.
  private void listen(int... pauses) throws Exception {
    Channel<String> air = Channel.bounded(4);
    Future<Unit> main =
        async(
            () -> {
              Tasks.spawn("ship", ship(air, pauses));
              try {
                await(Tasks.timeout(Duration.ofHours(1), Operator.listen(air.receiver(), book)));
                over = true;
              } catch (TimeoutException _) {
                over = false;
              }
            });
    try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
      Unit _ = runtime.blockOn(main);
    }
    List<String> shown = book.size() > 12 ? book.subList(0, 12) : book;
    assertThat(over)
        .withFailMessage(
            "the ship signed off, and the operator still listened an hour later. His book begins"
                + " with %s",
            shown)
        .isTrue();
    List<String> heard = book.stream().filter(line -> !line.equals("quiet")).toList();
    List<String> sent = sent(pauses.length / 2);
    assertThat(heard)
        .withFailMessage("the ship sent %s, and the operator wrote %s%s", sent, book, why(heard, sent))
        .isEqualTo(sent);
  }

  private static List<String> sent(int messages) {
    return IntStream.rangeClosed(1, messages).mapToObj(i -> "message " + i).toList();
  }

  private static String why(List<String> heard, List<String> sent) {
    for (String line : heard) {
      if (!sent.contains(line)) {
        return (": '%s' is no message. A first half was lost: who had it when it was cancelled?")
            .formatted(line);
      }
    }
    return heard.size() < sent.size() ? ": a message was lost" : ": that is not the order";
  }

  private void hasNoted(int least, String silence) {
    long noted = book.stream().filter(line -> line.equals("quiet")).count();
    assertThat(noted)
        .withFailMessage(
            "%s, and the operator did not note it: he wrote 'quiet' %d times, in %s",
            silence, noted, book)
        .isGreaterThanOrEqualTo(least);
  }

  @Test
  void messages_that_come_in_time_are_written_down() throws Exception {
    listen(3, 2, 3, 2, 3, 2);
  }

  @Test
  void a_second_half_that_is_late_is_waited_for() throws Exception {
    listen(3, 25, 3, 2);
    hasNoted(1, "the second half came 25 ms after the first");
  }

  @Test
  void silence_between_messages_is_noted() throws Exception {
    listen(3, 2, 35, 2);
    hasNoted(3, "there was silence for 35 ms between two messages");
  }

  @Test
  void one_late_half_after_the_other() throws Exception {
    listen(12, 12, 14, 16, 21, 33, 3, 11);
    hasNoted(6, "each half came late");
  }
}
