package dev.wakerobin.async.lowering;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.async.Restriction;
import dev.wakerobin.async.RestrictionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.MethodModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// A jar whose every call is awaited, and whose every method is lowered.
public final class Library {

  /// What became of it.
  ///
  /// @param refused how many methods were refused, and why: for their locks, mostly
  /// @param complaints what should not have happened
  public record Report(
      int frames, int awaits, Map<Restriction, Integer> refused, List<String> complaints) {}

  private final JarFile jar;
  private final Classes loader;
  private final EveryCallAwaits calls;
  private final Map<Restriction, Integer> refused = new EnumMap<>(Restriction.class);
  private final List<String> complaints = new ArrayList<>();
  private int frames;

  public Library(Path jar) throws IOException {
    this.jar = new JarFile(jar.toFile());
    this.loader = new Classes();
    this.calls = new EveryCallAwaits(loader, Library.class.describeConstable().orElseThrow());
  }

  /// Called by the awaiting code, which is never run.
  public static Future<Object> later(Object value) {
    return _ -> Poll.ready(value);
  }

  /// Says what became of a jar.
  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      System.out.println(jar + ": " + new Library(Path.of(jar)).lowerAll());
    }
  }

  public Report lowerAll() throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      if (name.endsWith(".class") && !name.contains("-info") && !name.startsWith("META-INF")) {
        try (InputStream in = jar.getInputStream(entry)) {
          awaiting(in.readAllBytes()).ifPresent(this::lower);
        }
      }
    }
    return new Report(frames, calls.awaits(), refused, complaints);
  }

  /// Nothing, if the class needs another one that is not in the jar: then it cannot be rewritten.
  private Optional<byte[]> awaiting(byte[] classFile) {
    try {
      return Optional.of(calls.in(classFile));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void lower(byte[] awaiting) {
    HostClass host = HostClass.parse(awaiting, loader::bytes);
    for (MethodModel method : host.model().methods()) {
      String frame =
          host.name() + "$" + method.methodName().stringValue().replaceAll("[<>]", "") + frames;
      try {
        if (Lowering.isNeeded(host, method)) {
          verify(frame, Lowering.lower(host, method, Lambda.LAMBDA, frame));
          frames++;
        }
      } catch (RestrictionException e) {
        refused.merge(e.restriction(), 1, Integer::sum);
      } catch (RuntimeException | LinkageError e) {
        complaints.add(frame + ": " + e);
      }
    }
  }

  /// A class is verified before it is initialized; and that a frame refuses, as no door has asked
  /// for it.
  private void verify(String name, byte[] bytes) {
    try {
      Class<?> frame = loader.define(bytes);
      Class.forName(frame.getName(), true, loader);
      complaints.add(name + " was initialized");
    } catch (ExceptionInInitializerError e) {
      if (!(e.getCause() instanceof IllegalStateException)) {
        complaints.add(name + ": " + e.getCause());
      }
    } catch (ClassNotFoundException e) {
      complaints.add(e.toString());
    }
  }

  private final class Classes extends ClassLoader {

    Classes() {
      super(Library.class.getClassLoader());
    }

    Optional<byte[]> bytes(String internalName) {
      try (InputStream in = getResourceAsStream(internalName + ".class")) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        return Optional.empty();
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

    /// Its own classes before its parent's, so that frames are in their packages.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        boolean own = jar.getJarEntry(name.replace('.', '/') + ".class") != null;
        if (loaded != null || !own) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        byte[] bytes = bytes(name.replace('.', '/')).orElseThrow();
        return defineClass(name, bytes, 0, bytes.length);
      }
    }

    Class<?> define(byte[] bytes) {
      return defineClass(null, bytes, 0, bytes.length);
    }
  }
}
