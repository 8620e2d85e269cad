package dev.wakerobin.async;

import dev.wakerobin.async.lowering.Ahead;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lowers async bodies when their class is loaded: for modules that open nothing, and class loaders
/// that do not hand out class files, where the build cannot be changed.
///
/// It is an agent: `java -javaagent:async.jar …`. The engine is that of [BuildDoor]; the frames are
/// defined just before the class that makes them. A class with a body that cannot be lowered stays
/// as it is: using the body says why.
@SuppressWarnings("exports") // Only the virtual machine calls it, and it has that module.
public final class LoadDoor implements ClassFileTransformer {
  private final Definer definer;

  LoadDoor(Definer definer) {
    this.definer = definer;
  }

  /// Defines a class in somebody's class loader.
  interface Definer {
    void define(ClassLoader loader, String name, byte[] bytes, ProtectionDomain domain);
  }

  /// Called by the virtual machine before `main`.
  ///
  /// @param options none are known
  public static void premain(@Nullable String options, Instrumentation instrumentation)
      throws NoSuchMethodException {
    if (options != null && !options.isEmpty()) {
      throw new IllegalArgumentException(
          "the agent of async functions has no options, and was given '" + options + "'");
    }
    // An agent may open what it needs: here, to define classes in the class loaders of others.
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(Object.class.getPackageName(), Set.of(LoadDoor.class.getModule())),
        Set.of(),
        Map.of());
    Method define =
        ClassLoader.class.getDeclaredMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ProtectionDomain.class);
    define.setAccessible(true);
    instrumentation.addTransformer(
        new LoadDoor((loader, name, bytes, domain) -> define(define, loader, name, bytes, domain)));
  }

  /// Called by the virtual machine for each class that is loaded; null leaves it as it is.
  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || redefined != null
        || (module.isNamed() && module == LoadDoor.class.getModule())) {
      return null;
    }
    try {
      Map<String, byte[]> classes = new HashMap<>(Ahead.lower(classFile, new Resources(loader)));
      byte[] host = classes.remove(name);
      for (Map.Entry<String, byte[]> frame : classes.entrySet()) {
        definer.define(loader, frame.getKey().replace('/', '.'), frame.getValue(), domain);
      }
      return host;
    } catch (RestrictionException | IllegalArgumentException _) {
      return null; // What is refused here is refused once more where it is used, and heard.
    }
  }

  private static void define(
      Method define, ClassLoader loader, String name, byte[] bytes, ProtectionDomain domain) {
    try {
      define.invoke(loader, name, bytes, 0, bytes.length, domain);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof LinkageError)) { // The class was given up while being defined.
        throw new IllegalStateException("cannot define " + name, e.getCause());
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot define " + name, e);
    }
  }
}
