package dev.wakerobin.async;

import java.lang.module.ModuleDescriptor;

/// The module system's part: frames live in the packages of their hosts.
final class Modules {
  private static final Module OURS = Modules.class.getModule();

  private Modules() {}

  /// Makes sure that we may define a class beside that one.
  static void checkOpen(Class<?> type) {
    Module module = type.getModule();
    String packageName = type.getPackageName();
    if (!module.isOpen(packageName, OURS)) {
      throw Restriction.PACKAGE_NOT_OPEN.with(packageName, line(packageName));
    }
    OURS.addReads(module);
  }

  private static String line(String packageName) {
    ModuleDescriptor descriptor = OURS.getDescriptor();
    return descriptor == null
        ? "opens %s;".formatted(packageName)
        : "opens %s to %s;".formatted(packageName, descriptor.name());
  }
}
