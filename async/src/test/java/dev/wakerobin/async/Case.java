package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A method `static Future<?> name(Probe)` of compiled cases, to be run lowered or directly.
record Case(Method lowered, Method direct) {
  static final int MANY_POLLS = 100_000;

  static List<Case> in(Map<String, byte[]> classes) throws Exception {
    return in(new CaseLoader(classes, false), classes);
  }

  /// Those of classes that are loaded as they were compiled, or lowered by some other door.
  static List<Case> in(ClassLoader lowered, Map<String, byte[]> compiled) throws Exception {
    CaseLoader direct = new CaseLoader(compiled, true);
    List<Case> cases = new ArrayList<>();
    for (String name : compiled.keySet().stream().sorted().toList()) {
      Class<?> type = lowered.loadClass(name.replace('/', '.'));
      Class<?> other = direct.loadClass(name.replace('/', '.'));
      for (Method method : methods(type)) {
        Method same = other.getDeclaredMethod(method.getName(), Probe.class);
        method.setAccessible(true);
        same.setAccessible(true);
        cases.add(new Case(method, same));
      }
    }
    return cases;
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> !m.isSynthetic())
        .filter(m -> m.getReturnType() == Future.class)
        .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {Probe.class}))
        .filter(m -> java.lang.reflect.Modifier.isStatic(m.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  String name() {
    return lowered.getDeclaringClass().getSimpleName() + "." + lowered.getName();
  }

  /// What happens when it is run directly, and cancelled at that pending answer.
  List<String> direct(int pending, int cancelAfter) {
    Direct.cancelAfter(cancelAfter);
    Probe probe = new Probe(pending);
    return outcome(probe, () -> poll(start(direct, probe)));
  }

  /// What happens when it is lowered.
  List<String> lowered(int pending, int cancelAfter) {
    Probe probe = new Probe(pending);
    return outcome(probe, () -> drive(start(lowered, probe), probe.context(), cancelAfter));
  }

  static Future<?> start(Method method, Probe probe) throws Exception {
    try {
      return (Future<?>) method.invoke(null, probe);
    } catch (InvocationTargetException e) {
      throw Thrown.<Exception>unchecked(e.getCause());
    }
  }

  private static Object poll(Future<?> future) throws Exception {
    return ((Poll.Ready<?>) future.poll(Context.of(Waker.noop()))).value();
  }

  private static Object drive(Future<?> future, Context context, int cancelAfter) throws Exception {
    for (int polls = 1; polls < MANY_POLLS; polls++) {
      if (future.poll(context) instanceof Poll.Ready<?>(Object value)) {
        return value;
      }
      if (polls == cancelAfter) {
        future.cancel();
        throw new CancelledAwait("it");
      }
    }
    throw new AssertionError("still pending after " + MANY_POLLS + " polls: " + future);
  }

  private interface Run {
    Object run() throws Exception;
  }

  private static List<String> outcome(Probe probe, Run run) {
    List<String> all = new ArrayList<>();
    try {
      Object value = run.run();
      all.add("value " + value + " of " + value.getClass().getName());
    } catch (Throwable thrown) {
      all.addAll(Direct.describe(thrown));
    }
    all.addAll(probe.entries());
    return all;
  }
}
