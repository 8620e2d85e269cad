import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DoorCheck {
  private static final Map<String, String> HASHES = Map.of("ann", "#sesame", "bob", "#friend");

  /// How long a hash waits for somebody else's turn, if there is none.
  private static final int SECONDS = 2;

  private static <T> T run(Future<T> future) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().parallelism(1).build()) {
      return runtime.blockOn(future);
    }
  }

  @Test
  void it_opens_for_who_knows_the_password() throws Exception {
    Door door = new Door(HASHES, password -> "#" + password);
    boolean ann = run(door.opens("ann", "sesame"));
    assertThat(ann).as("opens for ann and her password").isTrue();
  }

  @Test
  void it_stays_closed_for_all_others() throws Exception {
    Door door = new Door(HASHES, password -> "#" + password);
    boolean bob = run(door.opens("bob", "sesame"));
    boolean eve = run(door.opens("eve", "sesame"));
    assertThat(bob).as("opens for bob and the password of ann").isFalse();
    assertThat(eve).as("opens for eve, whom nobody knows").isFalse();
  }

  @Test
  void others_have_their_turns_while_the_hash_is_computed() throws Exception {
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch otherTurn = new CountDownLatch(1);
    AtomicReference<Thread> worker = new AtomicReference<>();
    AtomicReference<Thread> computer = new AtomicReference<>();
    AtomicInteger turnsMeanwhile = new AtomicInteger();
    Door door =
        new Door(
            HASHES,
            password -> {
              computer.set(Thread.currentThread());
              computing.countDown();
              if (awaits(otherTurn)) {
                turnsMeanwhile.incrementAndGet();
              }
              return "#" + password;
            });
    Future<Unit> other =
        context -> {
          worker.set(Thread.currentThread());
          if (computing.getCount() == 0) {
            otherTurn.countDown();
            return Poll.ready();
          }
          context.waker().wake();
          return Poll.pending();
        };
    try (AsyncRuntime runtime = AsyncRuntime.builder().parallelism(1).build()) {
      JoinHandle<Unit> guest = runtime.spawn("a guest", other);
      JoinHandle<Boolean> opens = runtime.spawn("at the door", door.opens("ann", "sesame"));
      boolean opened = runtime.blockOn(opens);
      runtime.blockOn(guest);
      assertThat(opened).as("opens for ann and her password").isTrue();
    }
    assertThat(turnsMeanwhile)
        .withFailMessage(
            computer.get() == worker.get()
                ? "the worker itself computed the hash, and no other task had a turn meanwhile"
                : "another thread computed the hash, but the worker stood still until it was ready:"
                    + " no other task had a turn meanwhile")
        .hasValue(1);
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void nothing_is_computed_before_somebody_awaits_the_answer() {
    AtomicInteger computed = new AtomicInteger();
    Door door = new Door(HASHES, password -> "#" + password + computed.incrementAndGet());
    Future<Boolean> unused = door.opens("ann", "sesame");
    assertThat(unused).as("the future of the answer").isNotNull();
    assertThat(computed.get()).as("hashes computed before anybody polled").isZero();
  }

  @Test
  void a_hash_that_fails_is_not_kept_quiet() {
    Door door =
        new Door(
            HASHES,
            password -> {
              throw new IllegalArgumentException("a password of " + password.length() + " letters");
            });
    assertThatThrownBy(() -> run(door.opens("ann", "")))
        .as("what comes of a hash that throws")
        .hasStackTraceContaining("a password of 0 letters");
  }
}
