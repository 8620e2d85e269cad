package dev.wakerobin.async;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the methods that hold the code of bodies.
final class Methods {
  private Methods() {}

  /// A class by its internal name, as that other class sees it.
  static Class<?> load(String internalName, Class<?> from) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, from.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(internalName + " is gone, and its lambda is there", e);
    }
  }

  /// The `run` of a body that is an object of this class.
  static Method run(Class<?> type) {
    Method run =
        first(
            type,
            method ->
                method.getName().equals("run")
                    && method.getParameterCount() == 0
                    && !method.isBridge()
                    && !Modifier.isAbstract(method.getModifiers()));
    return run == null ? missing(type, "run()") : run;
  }

  /// The method that a call of that name and descriptor reaches on an object of this class.
  static Method find(Class<?> type, String name, String descriptor) {
    Method found =
        first(
            type, method -> method.getName().equals(name) && descriptor(method).equals(descriptor));
    return found == null ? missing(type, name + descriptor) : found;
  }

  /// The method without parameters whose code a call of that one runs on an object of this class.
  /// A bridge, which a compiler writes where types are generic or hidden, only calls it.
  static Method called(Class<?> type, Method named) {
    Method found = find(type, named.getName(), descriptor(named));
    if (!found.isBridge()) {
      return found;
    }
    Method bridged =
        first(
            type,
            method ->
                method.getName().equals(named.getName())
                    && method.getParameterCount() == 0
                    && !method.isBridge()
                    && !Modifier.isStatic(method.getModifiers())
                    && !Modifier.isAbstract(method.getModifiers()));
    return bridged == null ? found : bridged;
  }

  private static Method missing(Class<?> type, String method) {
    throw Restriction.CLASS_UNREADABLE.with(type.getName(), "it has no method " + method);
  }

  /// The first such method: classes from below to above, and then interfaces.
  private static @Nullable Method first(Class<?> type, Predicate<Method> wanted) {
    Deque<Class<?>> interfaces = new ArrayDeque<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Method found = declared(at, wanted);
      if (found != null) {
        return found;
      }
      interfaces.addAll(List.of(at.getInterfaces()));
    }
    while (!interfaces.isEmpty()) {
      Class<?> at = interfaces.remove();
      Method found = declared(at, wanted);
      if (found != null) {
        return found;
      }
      interfaces.addAll(List.of(at.getInterfaces()));
    }
    return null;
  }

  private static @Nullable Method declared(Class<?> type, Predicate<Method> wanted) {
    for (Method method : type.getDeclaredMethods()) {
      if (wanted.test(method)) {
        return method;
      }
    }
    return null;
  }

  static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .descriptorString();
  }
}
