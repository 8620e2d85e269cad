import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailCheck {
  private static final int BOXES = 200;

  /// A library whose mail is there as soon as somebody asks for each box. If that takes longer than
  /// three seconds, it gives up waiting for good.
  private static final class Slow implements Mail.Library {
    private final CountDownLatch everybody = new CountDownLatch(BOXES);
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();

    @Override
    public String fetch(String box) throws InterruptedException {
      callers.add(Thread.currentThread());
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      everybody.countDown();
      if (!gaveUp.get() && !everybody.await(3, TimeUnit.SECONDS)) {
        gaveUp.set(true);
      }
      inside.decrementAndGet();
      return "mail for " + box;
    }
  }

  private static <T> T run(Future<T> future) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      return runtime.blockOn(runtime.spawn(future));
    }
  }

  @Test
  void two_hundred_wait_at_the_same_time() throws Exception {
    Slow library = new Slow();
    Mail mail = new Mail(library);
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    List<Future<String>> all =
        IntStream.range(0, BOXES)
            .mapToObj(
                number -> {
                  Future<String> one = mail.of("box " + number);
                  return (Future<String>)
                      context -> {
                        workers.add(Thread.currentThread());
                        return one.poll(context);
                      };
                })
            .toList();
    List<String> came = run(Futures.joinAll(all));
    assertThat(came).as("the mail of all boxes").hasSize(BOXES).contains("mail for box 7");
    assertThat(library.most.get())
        .withFailMessage(
            "At most %d of %d calls waited at the same time. %s",
            library.most.get(),
            BOXES,
            library.callers.stream().anyMatch(workers::contains)
                ? "The worker itself called the library, and stood still with it"
                : "That pool is for what computes: it has few threads. These calls wait")
        .isEqualTo(BOXES);
  }

  @Test
  void nothing_is_fetched_before_somebody_awaits_it() {
    AtomicInteger fetched = new AtomicInteger();
    Future<String> unused = new Mail(box -> box + fetched.incrementAndGet()).of("a");
    assertThat(unused).as("the future of the mail").isNotNull();
    assertThat(fetched.get()).as("boxes fetched before anybody polled").isZero();
  }

  @Test
  void a_library_that_fails_is_not_kept_quiet() {
    Mail mail =
        new Mail(
            box -> {
              throw new IllegalStateException("no box " + box);
            });
    assertThatThrownBy(() -> run(mail.of("x")))
        .as("what comes of a box that is not there")
        .hasStackTraceContaining("no box x");
  }
}
