package dev.wakerobin.async.lowering;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.async.Frame;
import dev.wakerobin.async.Introduced;
import java.util.concurrent.atomic.LongAdder;

/// What the code of a lowered library calls: a method runs its frame to the end, and a call within
/// answers a future that is pending first.
public final class Driver {
  private static final Context BY_HAND = Context.of(Waker.noop());
  private static final Object NULL = new Object();
  private static final LongAdder SUSPENSIONS = new LongAdder();

  private Driver() {}

  /// How often any body has been suspended so far.
  public static long suspensions() {
    return SUSPENSIONS.sum();
  }

  /// Does what the method did: called in place of its code.
  ///
  /// @param frame the class the method has been lowered to
  /// @param captured its arguments, the object it is called on first
  public static Object run(Class<?> frame, Object[] captured) throws Exception {
    Frame<?> body = Introduced.body(frame, captured);
    while (true) {
      if (body.poll(BY_HAND) instanceof Poll.Ready<?>(Object value)) {
        return taken(value);
      }
    }
  }

  /// No future may be ready with null: this stands for it.
  public static Object kept(Object value) {
    return value == null ? NULL : value;
  }

  /// What was kept.
  public static Object taken(Object value) {
    return value == NULL ? null : value;
  }

  /// The future of what a call has returned.
  public static Future<Object> returned(Object value) {
    return new Later(kept(value), null);
  }

  /// The future of a call that has thrown.
  public static Future<Object> thrown(Throwable failure) {
    return new Later(null, failure);
  }

  private static final class Later implements Future<Object> {
    private final Object value;
    private final Throwable failure;
    private boolean polled;

    Later(Object value, Throwable failure) {
      this.value = value;
      this.failure = failure;
    }

    @Override
    public Poll<Object> poll(Context context) throws Exception {
      if (!polled) {
        polled = true;
        SUSPENSIONS.increment();
        return Poll.pending();
      }
      if (failure != null) {
        throw Driver.<RuntimeException>unchecked(failure);
      }
      return Poll.ready(value);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
