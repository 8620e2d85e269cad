package dev.wakerobin.runtime;

import dev.wakerobin.spi.SchedulerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds schedulers by name, among all that [ServiceLoader] sees on the module path and the class
/// path.
final class SchedulerLookup {
  static final String PROPERTY = "wakerobin.scheduler";
  static final String DEFAULT = "work-stealing";

  private SchedulerLookup() {}

  /// The names there are, sorted.
  static List<String> names() {
    return List.copyOf(all().keySet());
  }

  /// The scheduler of that name; without one that of the system property, and else the default.
  ///
  /// @throws IllegalArgumentException if there is none of that name, or two
  static SchedulerProvider find(@Nullable String asked) {
    String property = System.getProperty(PROPERTY);
    if (asked != null) {
      return named(asked, "");
    }
    return property != null
        ? named(property, " (asked for by the system property " + PROPERTY + ")")
        : named(DEFAULT, " (the default)");
  }

  private static SchedulerProvider named(String name, String why) {
    Map<String, List<SchedulerProvider>> all = all();
    List<SchedulerProvider> found = all.getOrDefault(name, List.of());
    return switch (found.size()) {
      case 0 ->
          throw new IllegalArgumentException(
              "no scheduler '" + name + "'" + why + ": there is " + all.keySet() + advice(all));
      case 1 -> found.getFirst();
      default ->
          throw new IllegalArgumentException(
              ("two schedulers are named '%s': %s and %s."
                      + " Remove one, or give the provider itself to the builder")
                  .formatted(
                      name, found.get(0).getClass().getName(), found.get(1).getClass().getName()));
    };
  }

  private static String advice(Map<String, List<SchedulerProvider>> all) {
    return all.isEmpty()
        ? ". Put a scheduler module on the module path or class path,"
            + " such as dev.wakerobin.scheduler.workstealing"
        : "";
  }

  private static Map<String, List<SchedulerProvider>> all() {
    Map<String, List<SchedulerProvider>> byName = new TreeMap<>();
    try {
      ServiceLoader.load(SchedulerProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .forEach(
              each -> addOnce(byName.computeIfAbsent(each.name(), _ -> new ArrayList<>()), each));
    } catch (ServiceConfigurationError e) {
      throw new IllegalArgumentException(
          "a scheduler provider cannot be loaded: " + e.getMessage(), e);
    }
    return byName;
  }

  /// A provider that is declared twice, for the module path and for the class path, is one.
  private static void addOnce(List<SchedulerProvider> found, SchedulerProvider provider) {
    if (found.stream().noneMatch(each -> each.getClass() == provider.getClass())) {
      found.add(provider);
    }
  }
}
