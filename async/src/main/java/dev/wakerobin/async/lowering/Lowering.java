package dev.wakerobin.async.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.util.Optional;

/// Makes frames out of methods. Every door comes in here: the lazy one, and those that lower
/// classes before they are loaded.
public final class Lowering {
  private Lowering() {}

  /// Whether a method awaits, so that it has to be lowered.
  ///
  /// @throws dev.wakerobin.async.RestrictionException if it awaits where nothing can be awaited
  public static boolean isNeeded(HostClass host, MethodModel method) {
    return listing(host, method)
        .filter(
            listing -> {
              Refusals.check(listing);
              return Refusals.firstAwait(listing) >= 0;
            })
        .isPresent();
  }

  /// The class file of a [dev.wakerobin.async.Frame] that does what the method does.
  ///
  /// @param frameName the internal name of the class to make, in the package of the host
  /// @throws dev.wakerobin.async.RestrictionException if the method cannot be lowered
  public static byte[] lower(HostClass host, MethodModel method, Lambda lambda, String frameName) {
    Listing listing =
        listing(host, method)
            .orElseThrow(() -> new IllegalArgumentException("a method without code"));
    Refusals.check(listing);
    Access access = new Access(host);
    Body body = new Body(listing, access);
    return new FrameWriter(body, lambda, frameName).write();
  }

  /// The method a body stands in, as its source has it: `greet` for `lambda$greet$0`.
  public static String sourceName(String method) {
    return SourceNames.method(method);
  }

  private static Optional<Listing> listing(HostClass host, MethodModel method) {
    return method.findAttribute(Attributes.code()).map(code -> new Listing(host, method, code));
  }
}
