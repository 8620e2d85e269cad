package dev.wakerobin.tutorial.chapter10;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Either;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// ## Two bells at once
///
/// A radio operator waits for a message. If there is none for 10 ms, something may be wrong on the
/// other side, and it has to be noted down. That is two things to wait for, and whichever is first
/// counts: `select`.
final class Radio {
  private static final Duration QUIET = Duration.ofMillis(10);
  private static final List<Integer> PAUSES = List.of(3, 5, 22);

  private final Channel<String> air = Channel.bounded(1);
  private final PrintStream out;

  Radio(PrintStream out) {
    this.out = out;
  }

  /// Sends three messages, the third after a long pause.
  Future<Unit> ship() {
    return async(
        () -> {
          for (int pause : PAUSES) {
            await(Tasks.sleep(Duration.ofMillis(pause)));
            await(air.sender().send("after " + pause));
          }
          air.sender().close();
        });
  }

  /// Each turn makes two futures, and polls both. The one that is first has its say; the other one
  /// is *cancelled*. For a sleep that means: its timer is taken back. For a receive it means: we
  /// are waiting no more, and the message, when it comes, stays in the channel for the next
  /// receive. Nothing is lost by losing.
  Future<Unit> operator() {
    return async(
        () -> {
          Instant start = Tasks.now();
          boolean open = true;
          while (open) {
            Either<Optional<String>, Unit> first =
                await(Futures.select(air.receiver().receive(), Tasks.sleep(QUIET)));
            open = note(Duration.between(start, Tasks.now()).toMillis(), first);
          }
        });
  }

  /// False if the ship has signed off.
  private boolean note(long millis, Either<Optional<String>, Unit> first) {
    return switch (first) {
      case Either.Left<Optional<String>, Unit>(Optional<String> message) -> {
        out.println("at " + millis + " ms: " + message.orElse("signed off"));
        yield message.isPresent();
      }
      case Either.Right<Optional<String>, Unit> _ -> {
        out.println("at " + millis + " ms: quiet for 10 ms");
        yield true;
      }
    };
  }
}
