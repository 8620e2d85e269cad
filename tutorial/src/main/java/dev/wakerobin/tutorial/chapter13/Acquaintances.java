package dev.wakerobin.tutorial.chapter13;

import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;

/// Whom a program knows. Each class file has a table of all the classes that its code names; we
/// begin with one class, and go on with those of its own package.
final class Acquaintances {
  private static final String OURS = "dev/wakerobin/";
  private static final String HOME = OURS + "scheduler/priority/";

  private final Set<String> classes = new TreeSet<>();

  private Acquaintances() {}

  /// The types of Wakerobin that the scheduler `priority` names, and that are not its own.
  static Set<String> ofPriority() throws IOException {
    Acquaintances all = new Acquaintances();
    all.meet(PrioritySchedulerProvider.class.getName().replace('.', '/'));
    Set<String> others = new TreeSet<>();
    for (String each : all.classes) {
      if (!each.startsWith(HOME)) {
        others.add(each.replace('/', '.').replace('$', '.'));
      }
    }
    return others;
  }

  private void meet(String name) throws IOException {
    if (!name.startsWith(OURS) || !classes.add(name) || !name.startsWith(HOME)) {
      return;
    }
    for (PoolEntry entry : ClassFile.of().parse(bytes(name)).constantPool()) {
      if (entry instanceof ClassEntry other) {
        meet(other.asInternalName());
      }
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        PrioritySchedulerProvider.class.getResourceAsStream("/" + name + ".class")) {
      if (in == null) {
        throw new IOException("no class file of " + name);
      }
      return in.readAllBytes();
    }
  }
}
