package dev.wakerobin.async.lowering;

import dev.wakerobin.async.Restriction;
import dev.wakerobin.async.RestrictionException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Finds the awaits that cannot be lowered, and says where they are.
final class Refusals {
  /// So many that ours, and those for the arguments of a constructor, fit in as well.
  private static final int MOST_SLOTS = 65_000;

  private Refusals() {}

  static RestrictionException synchronizedBlock(Listing listing, int at) {
    return Restriction.SYNCHRONIZED_BLOCK.at(listing.host().file(), listing.line(at));
  }

  static RestrictionException unknownCode(Listing listing, int at, String what) {
    return Restriction.UNKNOWN_CODE.at(listing.host().file(), listing.line(at), what);
  }

  /// Refuses a method as a whole.
  static void check(Listing listing) {
    checkLambdas(listing, new HashSet<>());
    int first = firstAwait(listing);
    if (first < 0) {
      return;
    }
    MethodModel method = listing.method();
    if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      throw Restriction.SYNCHRONIZED_METHOD.at(listing.host().file(), listing.line(first));
    }
    int version = listing.host().model().majorVersion();
    if (version < ClassFile.JAVA_7_VERSION) {
      throw Restriction.CLASS_UNREADABLE.at(
          listing.host().file(),
          listing.line(first),
          listing.host().name().replace('/', '.'),
          "its version " + version + " is that of a compiler before Java 7, which wrote no types");
    }
    if (listing.slots() > MOST_SLOTS) {
      throw unknownCode(listing, first, listing.slots() + " slots of variables");
    }
    if (method.methodName().stringValue().startsWith("<")) {
      throw Restriction.CONSTRUCTOR.at(listing.host().file(), listing.line(first));
    }
  }

  static int firstAwait(Listing listing) {
    for (int at = 0; at < listing.size(); at++) {
      if (Awaits.of(listing.element(at)).isPresent()) {
        return at;
      }
    }
    return -1;
  }

  /// Looks into the lambdas in the code, but not into those that are bodies themselves.
  private static void checkLambdas(Listing listing, Set<String> seen) {
    for (int i = 0; i < listing.size(); i++) {
      if (listing.element(i) instanceof InvokeDynamicInstruction dynamic
          && ForeignLambdas.isMadeAt(dynamic, listing.host())) {
        String type = dynamic.typeSymbol().returnType().displayName();
        if (ForeignLambdas.isAwait(dynamic)) {
          throw Restriction.FOREIGN_LAMBDA.at(listing.host().file(), listing.line(i), type);
        }
        Optional<Listing> lambda = code(listing.host(), dynamic);
        if (lambda.isPresent() && seen.add(lambda.get().method().methodName().stringValue())) {
          int at = firstAwait(lambda.get());
          if (at >= 0) {
            throw Restriction.FOREIGN_LAMBDA.at(listing.host().file(), lambda.get().line(at), type);
          }
          checkLambdas(lambda.get(), seen);
        }
      }
    }
  }

  /// The code of a lambda, if it stands in the same class; a method with a name of its own, which a
  /// method reference refers to, may be a body as well, and answers for itself.
  private static Optional<Listing> code(HostClass host, InvokeDynamicInstruction dynamic) {
    for (LoadableConstantEntry argument : dynamic.invokedynamic().bootstrap().arguments()) {
      if (argument instanceof MethodHandleEntry handle
          && handle.reference().owner().asInternalName().equals(host.name())) {
        return host.method(
                handle.reference().name().stringValue(), handle.reference().type().stringValue())
            .filter(method -> method.flags().has(AccessFlag.SYNTHETIC))
            .flatMap(
                method ->
                    method
                        .findAttribute(Attributes.code())
                        .map((CodeAttribute code) -> new Listing(host, method, code)));
      }
    }
    return Optional.empty();
  }
}
