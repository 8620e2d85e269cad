package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// The values of futures that are made of the items, several at a time.
///
/// Each poll first polls all those that rang, and starts as many new ones as there is room for, and
/// only then gives a value away. (Rust's `buffered` gives away the first value it meets, and those
/// behind it wait to be started until the next poll: futures-rs issue 2961.)
final class BufferedStage<A, B> extends Stage<B> {
  private final Source<A> source;
  private final ThrowingFunction<? super A, ? extends Future<? extends B>> function;
  private final int most;
  private final boolean ordered;

  private final ReadySet<Running<B>> running = new ReadySet<>();

  /// Ordered: all that are held, in the order of their items. Else those that are ready, in the
  /// order in which they became so.
  private final Queue<Running<B>> line = new ArrayDeque<>();

  private int held; // Started, and not yet given away.

  BufferedStage(
      Stream<A> source,
      int most,
      boolean ordered,
      ThrowingFunction<? super A, ? extends Future<? extends B>> function) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "there must be room for 1 future or more, not for " + most);
    }
    this.source = new Source<>(source);
    this.most = most;
    this.ordered = ordered;
    this.function = function;
  }

  /// One of the futures, and its value once it is ready.
  private static final class Running<B> implements Cancellable {
    private final Child<B> child;
    private Poll<B> answer = Poll.pending();

    Running(Child<B> child) {
      this.child = child;
    }

    boolean poll(Context context) throws Exception {
      answer = child.poll(context);
      return answer.isReady();
    }

    @Override
    public void cancel() {
      child.cancel();
    }
  }

  @Override
  Next<B> step(Context context) throws Exception {
    running.listen(context.waker());
    goOn(context);
    Running<B> first = line.peek();
    if (first != null && first.answer instanceof Poll.Ready<B>(B value)) {
      line.remove();
      held--;
      return Next.item(value);
    }
    return held == 0 && source.isOver() ? Next.end() : Next.pending();
  }

  /// Polls who rang and starts new ones, until there is nothing to do but wait or the budget is
  /// spent.
  private void goOn(Context context) throws Exception {
    do {
      Member<Running<B>> member = running.take();
      if (member != null) {
        pollOne(member, context);
      } else if (!startOne(context)) {
        return;
      }
    } while (context.tryProceed());
  }

  private void pollOne(Member<Running<B>> member, Context context) throws Exception {
    if (member.child.poll(context.withWaker(member))) {
      running.remove(member);
      if (!ordered) {
        line.add(member.child);
      }
    }
  }

  /// False if there is no room, or no item now.
  private boolean startOne(Context context) throws Exception {
    if (held == most || !(source.pollNext(context) instanceof Next.Item<A>(A value))) {
      return false;
    }
    Running<B> started = new Running<>(new Child<>(Futures.same(function.apply(value))));
    held++;
    running.add(started);
    if (ordered) {
      line.add(started);
    }
    return true;
  }

  @Override
  void letGo() {
    Cancellable.cancelAll(List.<Cancellable>of(running::cancelAll, source).iterator());
  }
}
