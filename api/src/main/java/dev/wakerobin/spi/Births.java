package dev.wakerobin.spi;

import dev.wakerobin.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is told of births: by itself nobody.
enum Births implements Birth {
  /// The note of a future whose birth is of no interest.
  UNNOTED;

  static volatile @Nullable Function<Future<?>, Birth> observer;

  static Birth note(Future<?> future) {
    Function<Future<?>, Birth> current = observer;
    return current == null ? UNNOTED : current.apply(future);
  }

  @Override
  public void polled() {}
}
