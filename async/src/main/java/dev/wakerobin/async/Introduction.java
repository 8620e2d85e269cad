package dev.wakerobin.async;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// How the lazy door and a class it has just made get to know each other: the door leaves a handle,
/// the class initializer fetches it and leaves the prototype.
///
/// So the handle becomes a constant of the generated class, which the JIT compiler sees through.
final class Introduction {
  private static final Map<Class<?>, Introduction> OPEN = new ConcurrentHashMap<>();

  private final MethodHandle captures;
  private volatile Frame<?> prototype;

  @SuppressWarnings("NullAway.Init") // The prototype comes with complete.
  private Introduction(MethodHandle captures) {
    this.captures = captures;
  }

  static Introduction open(Class<?> frame, MethodHandle captures) {
    Introduction introduction = new Introduction(captures);
    OPEN.put(frame, introduction);
    return introduction;
  }

  static MethodHandle complete(Frame<?> prototype) {
    Introduction introduction = OPEN.remove(prototype.getClass());
    if (introduction == null) {
      throw new IllegalStateException(prototype.getClass() + " was not made by this module");
    }
    introduction.prototype = prototype;
    return introduction.captures;
  }

  Frame<?> prototype() {
    return Objects.requireNonNull(prototype, "the class is not initialized");
  }
}
