package dev.wakerobin.async;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The frames in a folder that no class makes any more: their bodies were deleted from the source
/// since they were lowered.
///
/// @param folder with class files
record Orphans(Path folder) {
  private static final Pattern FRAME_FILE = Pattern.compile(".*\\$lowered\\d+\\.class");
  private static final String FRAME = "dev/wakerobin/async/Frame";

  void delete(List<Path> classFiles) throws IOException {
    Map<String, Path> frames = new HashMap<>();
    Map<String, Set<String>> named = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Path file : classFiles) {
      ClassModel model;
      try {
        model = ClassFile.of().parse(Files.readAllBytes(file));
      } catch (IllegalArgumentException _) {
        continue; // It is no class file, so it makes no frame.
      }
      String name = model.thisClass().asInternalName();
      if (isFrame(file, model)) {
        frames.put(name, file);
        named.put(name, names(model));
      } else {
        used.addAll(names(model));
      }
    }
    boolean more = !frames.isEmpty();
    while (more) { // Frames are made in frames, too.
      more = false;
      for (Map.Entry<String, Set<String>> frame : named.entrySet()) {
        more |= used.contains(frame.getKey()) && used.addAll(frame.getValue());
      }
    }
    for (Map.Entry<String, Path> frame : frames.entrySet()) {
      if (!used.contains(frame.getKey())) {
        Files.delete(frame.getValue());
      }
    }
  }

  private static boolean isFrame(Path file, ClassModel model) {
    Optional<ClassEntry> parent = model.superclass();
    return FRAME_FILE.matcher(file.toString()).matches()
        && parent.isPresent()
        && parent.get().asInternalName().equals(FRAME);
  }

  private static Set<String> names(ClassModel model) {
    Set<String> names = new HashSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof ClassEntry type) {
        names.add(type.asInternalName());
      }
    }
    return names;
  }
}
