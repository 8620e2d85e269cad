package dev.wakerobin.async.lowering;

import dev.wakerobin.async.Introduced;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Loads the classes of a jar, and of the program that works with them, before its parent's;
/// either as they are, or lowered: then every call in the jar is awaited.
public final class LoweredLibrary extends URLClassLoader {
  private final JarFile jar;
  private final Predicate<String> isProgram;
  private final Optional<UnaryOperator<byte[]>> lowered;
  private final ClassFile files;
  private final Map<String, byte[]> frames = new ConcurrentHashMap<>();
  private final Map<String, Optional<ClassModel>> models = new HashMap<>();
  private final Tally tally = new Tally();

  private LoweredLibrary(
      Path jar, Predicate<String> isProgram, Optional<UnaryOperator<byte[]>> lowered)
      throws IOException {
    super(new URL[] {url(jar)}, LoweredLibrary.class.getClassLoader());
    this.jar = new JarFile(jar.toFile());
    this.isProgram = isProgram;
    this.lowered = lowered;
    this.files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::open)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// The library as it is.
  ///
  /// @param isProgram whether a class is to be loaded by this loader, and left as it is
  public static LoweredLibrary plain(Path jar, Predicate<String> isProgram) throws IOException {
    return new LoweredLibrary(jar, isProgram, Optional.empty());
  }

  /// The library lowered.
  ///
  /// @param isProgram whether a class is to be loaded by this loader, and left as it is
  /// @param change what is done to the class file of each frame before it is defined
  public static LoweredLibrary lowered(
      Path jar, Predicate<String> isProgram, UnaryOperator<byte[]> change) throws IOException {
    return new LoweredLibrary(jar, isProgram, Optional.of(change));
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private InputStream open(ClassDesc type) {
    String name = type.descriptorString();
    return getResourceAsStream(name.substring(1, name.length() - 1) + ".class");
  }

  private Optional<byte[]> find(String internalName) {
    try (InputStream in = getResourceAsStream(internalName + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What has become of the classes loaded so far.
  public Tally tally() {
    return tally;
  }

  /// Loads everything, and has the verifier look at it.
  public Tally loadAll() {
    for (JarEntry entry : jar.stream().filter(LoweredLibrary::isClass).toList()) {
      String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
      try {
        Class<?> type = loadClass(name.replace('/', '.'));
        var _ = type.getDeclaredMethods(); // Which links it.
      } catch (NoClassDefFoundError e) {
        tally.refused("needs a class that is not there");
      } catch (LinkageError | ClassNotFoundException e) {
        tally.complain(name + ": " + e);
      }
    }
    for (String frame : List.copyOf(frames.keySet())) {
      verify(frame);
    }
    return tally;
  }

  private static boolean isClass(JarEntry entry) {
    String name = entry.getName();
    return name.endsWith(".class") && !name.endsWith("-info.class") && !name.startsWith("META-INF");
  }

  private void verify(String frame) {
    try {
      Introduced.prototype(loadClass(frame.replace('/', '.')));
    } catch (NoClassDefFoundError e) {
      tally.refused("needs a class that is not there");
    } catch (LinkageError | ClassNotFoundException e) {
      tally.complain(frame + ": " + e);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    JarEntry entry = jar.getJarEntry(name);
    try {
      return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      String internal = name.replace('.', '/');
      byte[] frame = frames.get(internal);
      boolean own = jar.getJarEntry(internal + ".class") != null;
      if (frame == null && !own && !isProgram.test(name)) {
        return super.loadClass(name, resolve);
      }
      byte[] bytes = frame != null ? frame : bytes(internal, own);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String internalName, boolean own) throws ClassNotFoundException {
    byte[] bytes = find(internalName).orElseThrow(() -> new ClassNotFoundException(internalName));
    if (!own || lowered.isEmpty()) {
      return bytes;
    }
    ClassModel model = files.parse(bytes);
    Map<String, byte[]> made =
        new LoweredClass(files, model, this::find, other -> isInherited(model, other), tally)
            .classes();
    if (made.isEmpty()) {
      return bytes;
    }
    byte[] host = made.remove(internalName);
    made.replaceAll((_, frame) -> lowered.get().apply(frame));
    frames.putAll(made);
    return host;
  }

  /// Whether a class in another package is among the ancestors.
  private boolean isInherited(ClassModel model, String other) {
    String name = model.thisClass().asInternalName();
    if (HostClass.packageOf(name).equals(HostClass.packageOf(other))) {
      return false;
    }
    Optional<ClassModel> at = Optional.of(model);
    while (at.isPresent() && at.get().superclass().isPresent()) {
      String parent = at.get().superclass().get().asInternalName();
      if (parent.equals(other)) {
        return true;
      }
      at = models.computeIfAbsent(parent, key -> find(key).map(files::parse));
    }
    return false;
  }
}
