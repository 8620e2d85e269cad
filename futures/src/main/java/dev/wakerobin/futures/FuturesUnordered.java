package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Waker;

/// A set of futures as a stream of their values, in the order in which they become ready. It may
/// grow while it is polled.
///
/// ```java
/// FuturesUnordered<Page> pages = new FuturesUnordered<>();
/// urls.forEach(url -> pages.add(fetch(url)));
/// return Streams.from(pages).forEach(page -> System.out.println(page.title()));
/// ```
///
/// Each future has a waker of its own, and only those that rang are polled: a hundred thousand cost
/// a hundred thousand polls and as many as there are rings.
///
/// What to know about it:
///
/// - The futures go on only while the set is polled. If whoever takes the values then awaits
///   something else for long, they all stand still, with whatever they hold: a permit that the
///   other thing waits for is never given back. Where that can be, add handles of spawned tasks
///   instead.
/// - A future that fails is the end of the set: the failure is thrown, and the others are
///   cancelled. To hear of failures and go on, add [outcomes][Futures#outcome(Future)].
/// - An empty set answers [Next.End]. This is the one stream that may give items after that: when
///   more has been added.
///
/// It belongs to the task that polls it: one that adds from elsewhere goes through a channel.
///
/// The idea and the name are those of Rust's `futures` crate.
///
/// @param <T> what the futures give
public final class FuturesUnordered<T> implements Stream<T> {
  private final ReadySet<Child<T>> children = new ReadySet<>();
  private Waker waker = Waker.noop(); // Of the last poll, if that answered pending.
  private boolean over;

  /// An empty set.
  public FuturesUnordered() {}

  /// Adds a future, which is polled when the set is polled next.
  ///
  /// @throws IllegalStateException if the set was cancelled, or one of its futures has failed
  public void add(Future<? extends T> future) {
    if (over) {
      throw new IllegalStateException(
          "this set was cancelled, or one of its futures has failed: make a new one");
    }
    children.add(new Child<>(Futures.same(future)));
    waker.wake(); // Somebody may wait for the others.
    waker = Waker.noop();
  }

  /// How many there are that have not ended.
  public int size() {
    return children.size();
  }

  @Override
  public Next<T> pollNext(Context context) throws Exception {
    if (over) {
      throw Over.polledAgain("stream");
    }
    waker = Waker.noop();
    children.listen(context.waker());
    for (Member<Child<T>> member = children.take(); member != null; member = children.take()) {
      if (pollOne(member, context) instanceof Poll.Ready<T>(T value)) {
        return Next.item(value);
      }
      if (children.hasMore() && !context.tryProceed()) {
        return Next.pending();
      }
    }
    if (children.isEmpty()) {
      return Next.end();
    }
    waker = context.waker();
    return Next.pending();
  }

  private Poll<T> pollOne(Member<Child<T>> member, Context context) throws Exception {
    try {
      Poll<T> answer = member.child.poll(context.withWaker(member));
      if (answer.isReady()) {
        children.remove(member);
      }
      return answer;
    } catch (Throwable failure) {
      over = true;
      try {
        children.cancelAll();
      } catch (Throwable thrown) {
        Thrown.with(failure, thrown);
      }
      throw failure;
    }
  }

  /// Cancels all futures that have not ended.
  @Override
  public void cancel() {
    over = true;
    children.cancelAll();
  }
}
