package dev.wakerobin.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What a future waits for, in words for a dump: “it waits *to lock* *Mutex* 1”.
///
/// A future that is about to answer pending, and knows for what it waits, says how to ask it:
///
/// ```java
/// line.add(this, context.waker());
/// Want.note(this, Turn::want);      // does nothing, unless some runtime tracks its tasks
/// return Poll.pending();
/// ```
///
/// Who has the thing is known from its [Hold], if it is one that is held.
///
/// @param purpose the words between “it waits” and the name: “to lock”, “for a value from”
/// @param thing what it waits for, compared by identity; a dump gives it a number
/// @param name what kind of thing that is: “Mutex”; empty if it has none and the purpose says all
/// @param state how it is with it, as in “2 of 4 permits are free”; or empty
public record Want(String purpose, Object thing, String name, String state) {

  /// Refuses null.
  public Want {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(thing, "thing");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }

  /// Notes that a future was made which is going to wait for such things. Where that was is shown
  /// if no line of its user's stands between the task and its poll.
  ///
  /// @param waiter not kept alive
  public static void made(Object waiter) {
    Holds.made(waiter);
  }

  /// Notes that the future which the calling thread polls begins to wait. One that is polled once
  /// more and still waits has not begun anew.
  ///
  /// @param waiter who waits; not kept alive
  /// @param want what it waits for, empty if it waits no more. It may be asked by any thread at any
  ///     time, and answers of a moment ago. It does not block, and refers to the waiter through its
  ///     parameter only
  public static <T> void note(T waiter, Function<? super T, Optional<Want>> want) {
    Holds.note(waiter, want);
  }
}
