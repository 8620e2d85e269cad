package dev.wakerobin.async.lowering;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which members the host's code may use and a frame may not.
///
/// A frame is another class in the host's package. Private members of the host's nest are barred to
/// it, protected ones inherited from another package, and calls of `super`.
final class Access {
  private static final String OBJECT = "java/lang/Object";

  private final HostClass host;
  private final Set<String> ancestors = new HashSet<>();

  Access(HostClass host) {
    this.host = host;
    Optional<ClassModel> at = Optional.of(host.model());
    while (at.isPresent()) {
      Optional<ClassEntry> parent = at.get().superclass();
      if (parent.isEmpty()) {
        break;
      }
      String name = parent.get().asInternalName();
      ancestors.add(name);
      at = name.equals(OBJECT) ? Optional.empty() : host.find(name);
    }
  }

  /// Whether a method call, or a field access, has to go through a relay.
  boolean isBarred(Opcode opcode, ClassEntry ownerEntry, String name, String descriptor) {
    String owner = ownerEntry.asInternalName();
    boolean constructor = name.equals("<init>");
    if (opcode == Opcode.INVOKESPECIAL && !constructor) {
      return true;
    }
    if (owner.startsWith("[")) {
      return false;
    }
    if (owner.equals("java/lang/invoke/MethodHandles") && name.equals("lookup")) {
      return true; // The lookup shall be the host's.
    }
    if (host.isNestmate(owner)) {
      return isBarredByDeclaration(owner, name, descriptor);
    }
    if (constructor || isMakingOfFrame(owner, name, descriptor)) {
      return false;
    }
    if (isProtectedInObject(name, descriptor)) {
      return true;
    }
    return mayInheritProtected(owner) && isBarredByDeclaration(owner, name, descriptor);
  }

  /// A frame that is made ahead of time in the code of another; there is no file of it yet, unless
  /// this is not the first time.
  private boolean isMakingOfFrame(String owner, String name, String descriptor) {
    return name.equals(Template.OF)
        && owner.startsWith(host.name() + "$")
        && descriptor.endsWith(")L" + owner + ";");
  }

  private static boolean isProtectedInObject(String name, String descriptor) {
    return (name.equals("clone") && descriptor.equals("()Ljava/lang/Object;"))
        || (name.equals("finalize") && descriptor.equals("()V"));
  }

  /// Protected members can be used through the ancestors of the host, and through classes derived
  /// from it, of which those in its package are looked at; others see it as we do.
  private boolean mayInheritProtected(String owner) {
    return ancestors.contains(owner)
        || (ancestors.size() > 1 && host.packageName().equals(HostClass.packageOf(owner)));
  }

  private boolean isBarredByDeclaration(String owner, String name, String descriptor) {
    String at = owner;
    while (true) {
      Optional<ClassModel> model = host.find(at);
      if (model.isEmpty()) {
        return true; // A relay is always right, only slower to link.
      }
      Optional<AccessFlags> flags = flags(model.get(), name, descriptor);
      if (flags.isPresent()) {
        return flags.get().has(AccessFlag.PRIVATE)
            || (flags.get().has(AccessFlag.PROTECTED)
                && !HostClass.packageOf(at).equals(host.packageName()));
      }
      Optional<ClassEntry> parent = model.get().superclass();
      if (parent.isEmpty()) {
        return false; // Inherited from an interface, so public.
      }
      at = parent.get().asInternalName();
    }
  }

  private static Optional<AccessFlags> flags(ClassModel model, String name, String descriptor) {
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
        return Optional.of(method.flags());
      }
    }
    for (FieldModel field : model.fields()) {
      if (field.fieldName().equalsString(name) && field.fieldType().equalsString(descriptor)) {
        return Optional.of(field.flags());
      }
    }
    return Optional.empty();
  }
}
