package dev.wakerobin.async;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
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
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.getName().equals("run")
            && method.getParameterCount() == 0
            && !method.isBridge()) {
          return method;
        }
      }
    }
    return find(type, "run", "()V");
  }

  /// The method that a call of that name and descriptor reaches on an object of this class.
  static Method find(Class<?> type, String name, String descriptor) {
    Deque<Class<?>> interfaces = new ArrayDeque<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Method found = declared(at, name, descriptor);
      if (found != null) {
        return found;
      }
      interfaces.addAll(java.util.List.of(at.getInterfaces()));
    }
    while (!interfaces.isEmpty()) {
      Class<?> at = interfaces.remove();
      Method found = declared(at, name, descriptor);
      if (found != null) {
        return found;
      }
      interfaces.addAll(java.util.List.of(at.getInterfaces()));
    }
    throw Restriction.CLASS_UNREADABLE.with(
        type.getName(), "it has no method " + name + descriptor);
  }

  private static @Nullable Method declared(Class<?> type, String name, String descriptor) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && descriptor(method).equals(descriptor)) {
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
