package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The values of all, in the order of the futures.
///
/// If one fails, then either the others go on to their ends and the first failure is thrown with
/// the later ones in it, or the others are cancelled at once.
final class JoinAll<T> extends Combined<List<T>> {
  private final ReadySet<Child<T>> children = new ReadySet<>();
  private final @Nullable Object[] values;
  private final boolean waitsForAll;

  private @Nullable Throwable failure;

  JoinAll(Iterable<? extends Future<? extends T>> futures, boolean waitsForAll) {
    this.waitsForAll = waitsForAll;
    Objects.requireNonNull(futures, "futures");
    futures.forEach(future -> children.add(new Child<>(Futures.same(future))));
    this.values = new @Nullable Object[children.size()];
  }

  @Override
  Poll<List<T>> step(Context context) throws Exception {
    children.listen(context.waker());
    for (Member<Child<T>> member = children.take(); member != null; member = children.take()) {
      pollOne(member, context);
      // The first one was free: however deep sets lie within sets, each poll gets somewhere.
      if (children.hasMore() && !context.tryProceed()) {
        return Poll.pending();
      }
    }
    return children.isEmpty() ? end() : Poll.pending();
  }

  private void pollOne(Member<Child<T>> member, Context context) throws Exception {
    try {
      if (member.child.poll(context.withWaker(member)) instanceof Poll.Ready<T>(T value)) {
        values[member.number] = value;
        children.remove(member);
      }
    } catch (Throwable thrown) {
      children.remove(member);
      if (!waitsForAll) {
        throw thrown;
      }
      failure = failure == null ? thrown : Thrown.with(failure, thrown);
    }
  }

  private Poll<List<T>> end() throws Exception {
    if (failure != null) {
      throw Thrown.fromPoll(failure);
    }
    @SuppressWarnings("unchecked") // Filled with values of children, all of them.
    List<T> all = (List<T>) Arrays.asList(values);
    return Poll.ready(Collections.unmodifiableList(all));
  }

  @Override
  void letGo() {
    children.cancelAll();
  }
}
