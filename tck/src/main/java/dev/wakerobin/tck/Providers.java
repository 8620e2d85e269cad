package dev.wakerobin.tck;

import dev.wakerobin.spi.SchedulerProvider;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// The schedulers that are found: those of this project, and those on the paths that were added.
/// From a module path those count as well that only its `module-info` names.
final class Providers {
  private static final String SERVICE = SchedulerProvider.class.getName();

  private Providers() {}

  /// By name. Two of one name are an error.
  static Map<String, SchedulerProvider> find(List<Path> classPath, List<Path> modulePath) {
    ModuleFinder modules = ModuleFinder.of(modulePath.toArray(Path[]::new));
    List<URL> places = new ArrayList<>();
    classPath.forEach(path -> places.add(url(path)));
    for (ModuleReference module : modules.findAll()) {
      module.location().ifPresent(place -> places.add(url(Path.of(place))));
    }
    ClassLoader loader =
        new URLClassLoader(places.toArray(URL[]::new), Providers.class.getClassLoader());
    Map<String, SchedulerProvider> byType = new LinkedHashMap<>();
    for (SchedulerProvider provider : ServiceLoader.load(SchedulerProvider.class, loader)) {
      byType.put(provider.getClass().getName(), provider);
    }
    modules.findAll().stream()
        .flatMap(module -> module.descriptor().provides().stream())
        .filter(provides -> provides.service().equals(SERVICE))
        .map(ModuleDescriptor.Provides::providers)
        .flatMap(List::stream)
        .forEach(type -> byType.computeIfAbsent(type, name -> make(name, loader)));
    return byName(byType.values());
  }

  private static Map<String, SchedulerProvider> byName(Collection<SchedulerProvider> providers) {
    Map<String, SchedulerProvider> found = new TreeMap<>();
    for (SchedulerProvider provider : providers) {
      SchedulerProvider other = found.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new IllegalArgumentException(
            "two schedulers are called '%s': %s and %s. Rename one"
                .formatted(
                    provider.name(), other.getClass().getName(), provider.getClass().getName()));
      }
    }
    return found;
  }

  /// As the service loader does it for a named module: by its method `provider`, or its
  /// constructor.
  private static SchedulerProvider make(String type, ClassLoader loader) {
    try {
      Class<?> found = Class.forName(type, true, loader);
      for (var method : found.getMethods()) {
        if (method.getName().equals("provider")
            && method.getParameterCount() == 0
            && Modifier.isStatic(method.getModifiers())) {
          return (SchedulerProvider) method.invoke(null);
        }
      }
      return (SchedulerProvider) found.getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "a module provides the scheduler "
              + type
              + ", and it cannot be made: it has to be public, with a public constructor without"
              + " parameters or a public static method provider()",
          e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("'" + path + "' is no place for classes", e);
    }
  }
}
