package dev.wakerobin.async;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What becomes of a body that was not lowered when it was built or loaded.
///
/// The system property `wakerobin.async.door` says which, `lazy` or `stepping`; where it says
/// nothing, it is `stepping` if the virtual machine was started for a debugger, else `lazy`. It is
/// read when the first body of a class is used.
enum Door {
  /// It is lowered now.
  LAZY,
  /// It runs as it stands, on a thread of its own, so that a debugger can step through it: see
  /// [Stepping].
  STEPPING;

  private static final String PROPERTY = "wakerobin.async.door";

  static Door choose() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Door::named)
        .orElseGet(() -> Debugger.IS_EXPECTED ? STEPPING : LAZY);
  }

  private static Door named(String name) {
    return Stream.of(values())
        .filter(door -> door.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no door '%s' (system property %s): there is %s"
                        .formatted(name, PROPERTY, Arrays.toString(values()))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
