package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.tck.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Loads the runtime, and the contract that tests it, a second time, with an edit. Schedulers and
/// their contract with the runtime are shared with the rest of the JVM.
final class RuntimeCopy extends ClassLoader {
  private static final String RUNTIME = "dev.wakerobin.runtime.";
  private static final List<String> COPIED =
      List.of(RUNTIME, "dev.wakerobin.trace.", "dev.wakerobin.testkit.", Subject.class.getName());

  private final MethodEdit edit;

  private RuntimeCopy(MethodEdit edit) {
    super(RuntimeCopy.class.getClassLoader());
    this.edit = edit;
  }

  /// The contract on an edited runtime, with the healthy scheduler that has one queue.
  static Class<?> contract(MethodEdit edit) throws ReflectiveOperationException {
    Class<?> subject = new RuntimeCopy(edit).loadClass(Subject.class.getName());
    SchedulerProvider healthy =
        SchedulerSpecimen.provider("healthy", QueueScheduler::new, Zoo.TRAITS);
    subject.getMethod("set", SchedulerProvider.class).invoke(null, healthy);
    return subject;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (COPIED.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      if (name.startsWith(RUNTIME)) {
        bytes = edit.apply(name.substring(RUNTIME.length()), bytes);
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
