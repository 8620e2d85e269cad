package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;

/// Async functions as a Java programmer understands them: a body is called, and `await` stands
/// still until there is a value. What the lowered form does is compared with this.
public final class Direct {
  private static final Context BY_HAND = Context.of(Waker.noop());

  /// How many pending answers there may be before the whole thing is cancelled.
  private static int pendingBeforeCancel = Integer.MAX_VALUE;

  private static boolean cancelled;

  private Direct() {}

  static void cancelAfter(int pending) {
    pendingBeforeCancel = pending;
    cancelled = false;
  }

  public static <T> Future<T> async(AsyncBody<T> body) {
    return _ -> Poll.ready(body.run());
  }

  public static Future<Unit> async(AsyncAction body) {
    return _ -> {
      body.run();
      return Poll.ready();
    };
  }

  public static <T> T await(Future<T> future) throws Exception {
    if (cancelled) {
      future.cancel();
      throw Restriction.AWAIT_WHILE_CANCELLED.with("it");
    }
    while (true) {
      if (future.poll(BY_HAND) instanceof Poll.Ready<T>(T value)) {
        return value;
      }
      if (--pendingBeforeCancel == 0) {
        cancelled = true;
        future.cancel();
        throw new CancelledAwait("it");
      }
    }
  }

  public static <T> List<T> awaitAll(List<? extends Future<? extends T>> futures) throws Exception {
    return await(new AllOf<>(futures));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> List<T> awaitAll(Future<? extends T>... futures) throws Exception {
    return await(new AllOf<>(List.of(futures)));
  }

  static List<String> describe(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    describe(thrown, "", lines);
    return lines;
  }

  private static void describe(Throwable thrown, String indent, List<String> lines) {
    boolean ours = thrown instanceof CancelledAwait || thrown instanceof RestrictionException;
    boolean jdks = thrown instanceof NullPointerException;
    String message = ours || jdks ? "" : thrown.getMessage();
    lines.add(indent + thrown.getClass().getName() + ": " + message);
    for (Throwable suppressed : thrown.getSuppressed()) {
      describe(suppressed, indent + "  suppressed ", lines);
    }
    if (thrown.getCause() != null) {
      describe(thrown.getCause(), indent + "  cause ", lines);
    }
  }
}
