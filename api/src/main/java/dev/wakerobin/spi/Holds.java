package dev.wakerobin.spi;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is told of holds and wants: by itself nobody.
enum Holds implements Hold {
  /// The note of a hold that is of no interest.
  UNNOTED;

  static volatile Hold.@Nullable Observer observer;

  static Hold note(Object taker, String part, Object thing, String name) {
    Hold.Observer current = observer;
    return current == null ? UNNOTED : current.holds(taker, part, thing, name);
  }

  static void made(Object waiter) {
    Hold.Observer current = observer;
    if (current != null) {
      current.made(waiter);
    }
  }

  static <T> void note(T waiter, Function<? super T, Optional<Want>> want) {
    Hold.Observer current = observer;
    if (current != null) {
      current.wants(waiter, want);
    }
  }

  @Override
  public void released() {}
}
