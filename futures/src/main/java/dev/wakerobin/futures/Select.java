package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The first one to end; the others are cancelled.
///
/// Each poll asks those who have rung since the last one. Biased, in the order of the list; fair,
/// in the order of their ringing from a random one on, and round.
final class Select<T> extends Combined<Selected<T>> {
  private final ReadySet<Child<T>> children = new ReadySet<>();
  private final boolean biased;

  Select(Iterable<? extends Future<? extends T>> futures, boolean biased) {
    this.biased = biased;
    Objects.requireNonNull(futures, "futures");
    futures.forEach(future -> children.add(new Child<>(Futures.same(future))));
    if (children.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nobody to wait for: give at least one future, or say never()");
    }
  }

  @Override
  Poll<Selected<T>> step(Context context) throws Exception {
    children.listen(context.waker());
    List<Member<Child<T>>> rung = children.takeAll();
    order(rung, context);
    int asked = 0;
    for (Member<Child<T>> member : rung) {
      if (asked > 0 && !context.tryProceed()) {
        rung.subList(asked, rung.size()).forEach(children::putBack);
        return Poll.pending();
      }
      asked++;
      if (member.child.poll(context.withWaker(member)) instanceof Poll.Ready<T>(T value)) {
        return Poll.ready(new Selected<>(member.number, value));
      }
    }
    return Poll.pending();
  }

  private void order(List<Member<Child<T>>> rung, Context context) {
    if (rung.size() < 2) {
      return;
    }
    if (biased) {
      rung.sort(Comparator.comparingInt(member -> member.number));
    } else {
      Collections.rotate(rung, context.random(rung.size()));
    }
  }

  @Override
  void letGo() {
    children.cancelAll();
  }
}
