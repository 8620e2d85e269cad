package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.StandIn;
import dev.wakerobin.Unit;
import java.lang.StackWalker.StackFrame;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A frame whose body is not lowered: it runs as it stands on a virtual thread, so that a debugger
/// steps over an await as over any call.
///
/// Of the two threads one runs at a time. What the body awaits is polled by the thread that polls
/// the body, as it would be if the body were lowered:
///
/// ```
///   polling thread   poll ─▶ waits ┐                ┌ polls the awaited ─▶ waits ┐       ┌ ready
///   body's thread                  └ runs … await ──┘                            └ … end ┘
/// ```
///
/// A hand-over costs microseconds: this is for debugging. A body that swallows its cancel for ever
/// is given up as a lowered one is; its thread stays where it is, and so does that of a body which
/// is dropped and not cancelled.
final class Stepping extends Frame<Object> {
  private static final ThreadLocal<@Nullable Stepping> CURRENT = new ThreadLocal<>();

  /// The method with the body's code: an await is in its place only there.
  ///
  /// @param shown its name in the source
  record Code(String file, String type, String method, String descriptor, String shown) {

    boolean isCodeOf(StackFrame frame) {
      return frame.getClassName().equals(type)
          && frame.getMethodName().equals(method)
          && frame.getDescriptor().equals(descriptor);
    }
  }

  private final Code code;
  private final Semaphore bodyMayRun = new Semaphore(0);
  private final Semaphore pollerMayRun = new Semaphore(0);

  /// The line of the await; a dump may read it at any time.
  private volatile int line;

  // From here on: touched by the thread whose turn it is. The semaphores order that.
  private Object body;
  private StandIn standIn = StandIn.NOBODY;
  private @Nullable Context latest;
  private @Nullable Future<?> asked;
  private @Nullable Object value;
  private @Nullable Throwable failure;
  private boolean unwinding;
  private boolean over;

  Stepping(Object body, Code code) {
    this.body = body;
    this.code = code;
  }

  @Override
  public Future<?> make(Object another) {
    return new Stepping(another, code);
  }

  /// Waits for a future. Called by a body's code on the body's thread.
  @SuppressWarnings({"unchecked", "NullAway"}) // The future of a T has a T for an answer.
  static <T> T await(Future<T> future) throws Exception {
    Stepping current = CURRENT.get();
    StackFrame caller = Misplaced.caller();
    if (current == null || !current.code.isCodeOf(caller)) {
      throw Misplaced.await(caller);
    }
    Objects.requireNonNull(future, "await was given null: there is no future to wait for");
    return (T) current.ask(future, caller.getLineNumber());
  }

  private @Nullable Object ask(Future<?> future, int from) throws Exception {
    line = from;
    asked = future;
    standIn.leave();
    pollerMayRun.release();
    bodyMayRun.acquireUninterruptibly();
    standIn.enter();
    return takeAnswer();
  }

  private @Nullable Object takeAnswer() throws Exception {
    Object answer = value;
    Throwable thrown = failure;
    value = null;
    failure = null;
    if (thrown != null) {
      throw Thrown.<Exception>unchecked(thrown);
    }
    return answer;
  }

  private void run() {
    CURRENT.set(this);
    standIn.enter();
    try {
      value = call(body);
    } catch (Throwable e) {
      failure = e;
    }
    over = true;
    standIn.leave();
    pollerMayRun.release();
  }

  private static Object call(Object body) throws Exception {
    if (body instanceof AsyncBody<?> valued) {
      return valued.run();
    }
    ((AsyncAction) body).run();
    return Unit.UNIT;
  }

  /// As of any frame: a poll without a context is part of a cancel.
  @Override
  @SuppressWarnings("NullAway") // A body that returns null is told so by Poll.
  public Poll<Object> poll(@Nullable Context context) throws Exception {
    if (state == ENDED) {
      throw Thrown.<Exception>unchecked(polledAfterEnd());
    }
    if (context != null) {
      latest = context;
    }
    if (state == 0) {
      takeTurns(Thread.ofVirtual().name("async " + code.shown())::start);
    }
    while (!over) {
      if (context == null) {
        unwind();
      } else if (!isAnswered(context)) {
        return Poll.pending();
      }
      takeTurns(_ -> bodyMayRun.release());
    }
    end();
    return Poll.ready(takeAnswer());
  }

  /// Lets the body run in the name of this thread, until it waits or ends.
  private void takeTurns(Consumer<Runnable> turn) {
    standIn = latest == null ? StandIn.NOBODY : latest.standIn();
    turn.accept(this::run);
    pollerMayRun.acquireUninterruptibly();
  }

  @SuppressWarnings("NullAway") // A body may await null, and is told so by the attempt.
  private boolean isAnswered(Context context) {
    try {
      Poll<?> answer = asked.poll(context);
      if (answer instanceof Poll.Ready<?>(Object answered)) {
        value = answered;
      } else {
        expectPending(answer);
        awaiting = asked;
        state = 1;
        return false;
      }
    } catch (Throwable e) {
      failure = e;
    }
    awaiting = null;
    return true;
  }

  /// Finds what an await fails with in a cancel. What is answered for one too many is thrown here.
  @SuppressWarnings("NullAway") // The first time the frame has put something to wait for.
  private void unwind() {
    Throwable refusal;
    try {
      if (!unwinding) {
        unwinding = true;
        awaiting.poll(null);
      }
      refusal = refuse(asked);
    } catch (Throwable e) {
      failure = e;
      return;
    }
    if (refusal instanceof CancelledAwait givenUp) {
      end();
      throw givenUp;
    }
    failure = refusal;
  }

  private void end() {
    state = ENDED;
    forget();
  }

  @Override
  protected String script() {
    return String.join("|", code.file(), code.type(), code.shown(), String.valueOf(line), "", "");
  }

  @Override
  @SuppressWarnings("NullAway") // It waits for nothing any more.
  protected void forget() {
    body = Unit.UNIT;
    awaiting = null;
    asked = null;
    latest = null;
    standIn = StandIn.NOBODY;
  }
}
