package dev.wakerobin.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A note that somebody holds what others may come to wait for: a lock, some permits.
///
/// A program that hangs is understood once it is known who waits for what, and who has it. The
/// first is a [Want], the second is this. Whoever makes locks notes each hold when it begins, and
/// takes the note back when the lock is let go:
///
/// ```java
/// private final Hold hold = Hold.of(this, "the lock of", mutex, "Mutex");
///
/// public void close() {
///   hold.released();
///   …
/// ```
///
/// A runtime that tracks its tasks tells in its dumps which of them holds what, since when, and
/// where it was taken. If none does, a note costs the read of a field.
@FunctionalInterface
public interface Hold {

  /// It was let go. May be called again, and from any thread.
  void released();

  /// Notes that the code which the calling thread runs holds that thing from now on.
  ///
  /// @param taker the future that [was made][Want#made(Object)] to take it, or anything if none was
  /// @param part what of it is held, as in “it holds *the lock of* Mutex 1”
  /// @param thing compared by identity, and not kept alive
  /// @param name what kind of thing it is: the same as in a [Want]
  static Hold of(Object taker, String part, Object thing, String name) {
    return Holds.note(taker, part, thing, name);
  }

  /// Has that observer told, in the whole JVM, of each hold and each want. There is one observer,
  /// and a later one replaces it: to be called by the runtime only.
  static void observe(Observer observer) {
    Holds.observer = Objects.requireNonNull(observer, "observer");
  }

  /// Who is told.
  interface Observer {

    /// A future was made that is going to wait; see [Want#made(Object)].
    void made(Object waiter);

    /// The code that the calling thread runs holds that; see [Hold#of(Object, String, Object,
    /// String)].
    Hold holds(Object taker, String part, Object thing, String name);

    /// The code that the calling thread runs waits; see [Want#note(Object, Function)].
    <T> void wants(T waiter, Function<? super T, Optional<Want>> want);
  }
}
