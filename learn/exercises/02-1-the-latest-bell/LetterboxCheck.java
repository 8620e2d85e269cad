import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LetterboxCheck {
  private final AtomicInteger first = new AtomicInteger();
  private final AtomicInteger second = new AtomicInteger();
  private final Letterbox box = new Letterbox();

  @Test
  void the_bell_of_the_latest_poll_is_rung() {
    box.poll(Context.of(first::incrementAndGet));
    box.poll(Context.of(second::incrementAndGet));
    box.put("hello");
    assertThat(second).as("rings for the second one").hasPositiveValue();
    assertThat(box.poll(Context.of(second::incrementAndGet))).isEqualTo(Poll.ready("hello"));
  }

  @Test
  void a_letter_that_comes_before_the_first_poll_is_there() {
    box.put("hello");
    assertThat(box.poll(Context.of(first::incrementAndGet))).isEqualTo(Poll.ready("hello"));
  }

  @Test
  void nobody_is_rung_before_there_is_a_letter() {
    box.poll(Context.of(first::incrementAndGet));
    assertThat(first.get()).as("rings for the first one").isZero();
  }

  @Test
  void a_task_that_waits_for_an_hour_is_polled_twice() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = AsyncRuntime.builder().instrument(recorder).build()) {
      JoinHandle<String> reader = runtime.spawn("reader", box);
      String letter =
          runtime.blockOn(
              new Postman(Tasks.sleep(Duration.ofMillis(20)), () -> box.put("hello"), reader));
      assertThat(letter).isEqualTo("hello");
    }
    var reader =
        recorder.trace().tasks().stream().filter(t -> t.name().equals("reader")).findAny();
    recorder.trace().figures().polls(reader.orElseThrow()).isAtMost(2);
  }

  /// Sleeps, delivers, and waits for the reader.
  private static final class Postman implements dev.wakerobin.Future<String> {
    private final dev.wakerobin.Future<?> nap;
    private final Runnable delivery;
    private final JoinHandle<String> reader;
    private boolean delivered;

    Postman(dev.wakerobin.Future<?> nap, Runnable delivery, JoinHandle<String> reader) {
      this.nap = nap;
      this.delivery = delivery;
      this.reader = reader;
    }

    @Override
    public Poll<String> poll(Context context) throws Exception {
      if (!delivered) {
        if (!nap.poll(context).isReady()) {
          return Poll.pending();
        }
        delivery.run();
        delivered = true;
      }
      return reader.poll(context);
    }
  }
}
