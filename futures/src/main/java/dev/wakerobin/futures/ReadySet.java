package dev.wakerobin.futures;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Children that each have a bell of their own: who has rung is polled, who has not is left alone.
/// So a set of n costs n polls and a few more, not n².
///
/// ```
///   any thread                              the one who polls the set
///   ──────────                              ─────────────────────────
///   wake(): mark, push onto `rung`,         listen(waker): keep the waker, gather what has rung
///           ring the waker of the set       take():        the next of those; its mark is cleared
/// ```
///
/// A ring is not lost: `listen` keeps the waker before it gathers. What is pushed after that rings
/// this very waker, and what was pushed before is gathered.
///
/// The shape is that of `FuturesUnordered` in Rust's `futures` crate. There the queue is an
/// intrusive list with a stub node that is taken from one by one; here it is a stack that is taken
/// whole and turned round, for which two atomic operations and no stub do.
final class ReadySet<C extends Cancellable> {
  private final AtomicReference<@Nullable Member<C>> rung = new AtomicReference<>();
  private volatile Waker waker = Waker.noop(); // Written by the poller, read by whoever rings.

  // From here on everything is the poller's alone.
  private @Nullable Member<C> first; // What was gathered and has not been taken yet.
  private @Nullable Member<C> last;
  private @Nullable Member<C> oldest; // Those who have not left.
  private @Nullable Member<C> youngest;
  private int size;
  private int joined; // How many there have ever been.

  // ---- Joining and leaving

  /// Takes a child in, to be polled at the next opportunity. Nobody is woken.
  void add(C child) {
    Member<C> member = new Member<>(this, child, joined++);
    Member<C> before = youngest;
    member.older = before;
    if (before == null) {
      oldest = member;
    } else {
      before.younger = member;
    }
    youngest = member;
    size++;
    append(member);
  }

  /// The child has ended.
  void remove(Member<C> member) {
    member.leave();
    Member<C> before = member.older;
    Member<C> after = member.younger;
    if (before == null) {
      oldest = after;
    } else {
      before.younger = after;
    }
    if (after == null) {
      youngest = before;
    } else {
      after.older = before;
    }
    member.older = null;
    member.younger = null;
    size--;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Lets all those go who have not left, the oldest first, and forgets them and the waker.
  void cancelAll() {
    waker = Waker.noop();
    Cancellable.cancelAll(leaving());
    first = null;
    last = null;
    rung.set(null);
  }

  /// Those who are there, each of which leaves as it is asked for.
  private Iterator<C> leaving() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return oldest != null;
      }

      @Override
      public C next() {
        Member<C> member = oldest;
        if (member == null) {
          throw new NoSuchElementException("everybody has left");
        }
        ReadySet.this.remove(member);
        return member.child;
      }
    };
  }

  // ---- Ringing

  /// From any thread, by the member that has just been marked.
  void rang(Member<C> member) {
    push(member);
    waker.wake();
  }

  private void push(Member<C> member) {
    Member<C> top;
    do {
      top = rung.get();
      member.next = top;
    } while (!rung.compareAndSet(top, member));
  }

  // ---- Polling

  /// From now on rings go to this waker, and those who have rung until now are there to be taken.
  void listen(Waker now) {
    waker = now;
    Member<C> newest = rung.getAndSet(null);
    Member<C> turned = null;
    while (newest != null) {
      Member<C> following = newest.next;
      newest.next = turned;
      turned = newest;
      newest = following;
    }
    while (turned != null) {
      Member<C> following = turned.next;
      append(turned);
      turned = following;
    }
  }

  /// The next of those who rang before [#listen], in the order in which they rang, or null. If it
  /// rings from now on, that is for later.
  @Nullable Member<C> take() {
    while (first != null) {
      Member<C> member = first;
      first = member.next;
      if (first == null) {
        last = null;
      }
      member.next = null;
      if (!member.hasLeft()) {
        member.arm();
        return member;
      }
    }
    return null;
  }

  /// All of those at once.
  List<Member<C>> takeAll() {
    List<Member<C>> all = new ArrayList<>();
    for (Member<C> member = take(); member != null; member = take()) {
      all.add(member);
    }
    return all;
  }

  /// One who was taken goes back to the end of the line, as if it had rung. Nobody is woken.
  void putBack(Member<C> member) {
    if (member.mark()) {
      append(member);
    }
  }

  /// Whether somebody may be there to be taken.
  boolean hasMore() {
    return first != null;
  }

  private void append(Member<C> member) {
    member.next = null;
    if (last == null) {
      first = member;
    } else {
      last.next = member;
    }
    last = member;
  }
}
