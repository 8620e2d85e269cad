package dev.wakerobin.async;

import dev.wakerobin.Unit;
import dev.wakerobin.async.lowering.HostClass;
import dev.wakerobin.async.lowering.Lambda;
import dev.wakerobin.async.lowering.Lowering;
import java.lang.classfile.MethodModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/// The class file of a loaded class with bodies in it: read and parsed once, and frames defined
/// beside it.
final class HostFile {

  /// By the host class; it goes when that goes.
  static final ClassValue<HostFile> OF =
      new ClassValue<>() {
        @Override
        protected HostFile computeValue(Class<?> type) {
          return new HostFile(type, read(type));
        }
      };

  private final Class<?> type;
  private final HostClass host;
  private final Door door = Door.choose();
  private int frames;

  private HostFile(Class<?> type, HostClass host) {
    this.type = type;
    this.host = host;
  }

  private static HostClass read(Class<?> type) {
    if (type.isHidden()) {
      throw Restriction.CLASS_UNREADABLE.with(type.getName(), "it is a hidden class");
    }
    Resources files = new Resources(type.getClassLoader());
    Optional<byte[]> bytes = files.find(type.getName().replace('.', '/'));
    if (bytes.isEmpty()) {
      throw Restriction.CLASS_UNREADABLE.with(
          type.getName(), type.getClassLoader() + " has no such resource");
    }
    try {
      return HostClass.parse(bytes.get(), files);
    } catch (IllegalArgumentException e) {
      throw Restriction.CLASS_UNREADABLE.with(type.getName(), "no class file: " + e);
    }
  }

  /// Makes the futures of the bodies whose code is that method.
  ///
  /// @param captures asks a body for what it has captured
  FrameMaker maker(String name, String descriptor, Lambda lambda, MethodHandle captures) {
    Optional<MethodModel> method = host.method(name, descriptor);
    if (method.isEmpty()) {
      throw Restriction.CLASS_UNREADABLE.with(
          type.getName(), "its file has no method " + name + descriptor);
    }
    if (!Lowering.isNeeded(host, method.get())) {
      return DirectBody::new;
    }
    Modules.checkOpen(type);
    byte[] frame = Lowering.lower(host, method.get(), lambda, nextName(name));
    return switch (door) {
      case LAZY -> define(frame, captures);
      case STEPPING ->
          new Stepping(Unit.UNIT, code(name, descriptor)); // What it refuses is refused.
    };
  }

  private Stepping.Code code(String name, String descriptor) {
    return new Stepping.Code(
        host.file(), type.getName(), name, descriptor, Lowering.sourceName(name));
  }

  /// The frame of the bodies whose code is that method, as text.
  String explain(String name, String descriptor, List<String> source) {
    Optional<MethodModel> method = host.method(name, descriptor);
    if (method.isEmpty()) {
      throw Restriction.CLASS_UNREADABLE.with(
          type.getName(), "its file has no method " + name + descriptor);
    }
    return Explain.method(host, method.get(), source);
  }

  private synchronized String nextName(String method) {
    return type.getName().replace('.', '/')
        + "$"
        + Lowering.sourceName(method)
        + "$async"
        + frames++;
  }

  private FrameMaker define(byte[] bytes, MethodHandle captures) {
    try {
      Class<?> frame =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup()).defineClass(bytes);
      Introduction introduction = Introduction.open(frame, captures);
      Class.forName(frame.getName(), true, frame.getClassLoader());
      return introduction.prototype();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no frame can be defined beside " + type, e);
    }
  }
}
