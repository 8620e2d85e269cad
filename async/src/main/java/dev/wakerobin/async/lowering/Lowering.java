package dev.wakerobin.async.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import java.util.Optional;

/// Makes frames out of methods. Every door comes in here: the lazy one, and those that lower
/// classes before they are loaded.
public final class Lowering {
  private Lowering() {}

  /// Whether a method awaits, so that it has to be lowered.
  ///
  /// @throws dev.wakerobin.async.RestrictionException if it awaits where nothing can be awaited
  public static boolean isNeeded(HostClass host, MethodModel method) {
    Optional<Listing> listing = listing(host, method);
    if (listing.isEmpty()) {
      return false;
    }
    Refusals.check(listing.get());
    return Refusals.firstAwait(listing.get()) >= 0;
  }

  /// The class file of a [dev.wakerobin.async.Frame] that does what the method does.
  ///
  /// @param frameName the internal name of the class to make, in the package of the host
  /// @throws dev.wakerobin.async.RestrictionException if the method cannot be lowered
  public static byte[] lower(HostClass host, MethodModel method, Lambda lambda, String frameName) {
    Listing listing = listing(host, method).orElseThrow();
    Refusals.check(listing);
    Access access = new Access(host);
    Body body = new Body(listing, access);
    return new FrameWriter(body, lambda, frameName).write();
  }

  /// The same of a frame that is made ahead of time, whether the method awaits or not.
  static byte[] lower(HostClass host, MethodModel method, Template template, String frameName) {
    Listing listing = listing(host, method).orElseThrow();
    Refusals.check(listing);
    Body body = new Body(listing, new Access(host));
    return new FrameWriter(body, template, frameName).write();
  }

  /// What the `poll` of the frame of a method does, as Java with labels and jumps.
  ///
  /// @param source the lines of the source file, or none
  /// @throws dev.wakerobin.async.RestrictionException if the method cannot be lowered
  public static String narrate(HostClass host, MethodModel method, List<String> source) {
    Listing listing = listing(host, method).orElseThrow();
    Refusals.check(listing);
    Body body = new Body(listing, new Access(host));
    return new Narration(body, new FieldPlan(body)).write().print(source);
  }

  /// The method a body stands in, as its source has it: `greet` for `lambda$greet$0`.
  public static String sourceName(String method) {
    return SourceNames.method(method);
  }

  /// A variable as its source has it, from the name of the field that keeps it.
  public static String sourceVariable(String field) {
    return SourceNames.shown(field);
  }

  private static Optional<Listing> listing(HostClass host, MethodModel method) {
    Optional<CodeAttribute> code = method.findAttribute(Attributes.code());
    return code.isPresent() ? Optional.of(new Listing(host, method, code.get())) : Optional.empty();
  }
}
