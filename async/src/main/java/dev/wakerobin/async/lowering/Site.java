package dev.wakerobin.async.lowering;

import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandleInfo;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A lambda expression, or a method reference, that is an async body whose code stands in the same
/// class.
///
/// @param code the method with the body's code
/// @param template what the lambda is to whoever is given it
record Site(MethodModel code, Template template) {

  /// The site that an instruction is, if it is one.
  static Optional<Site> of(HostClass host, InvokeDynamicInstruction dynamic) {
    Optional<MethodHandleEntry> handle = implementation(dynamic);
    if (handle.isEmpty()
        || !handle.get().reference().owner().asInternalName().equals(host.name())
        || !isRun(dynamic)
        || !isBody(host, dynamic.typeSymbol().returnType())) {
      return Optional.empty();
    }
    return host.method(
            handle.get().reference().name().stringValue(),
            handle.get().reference().type().stringValue())
        .filter(method -> method.code().isPresent() && !method.flags().has(AccessFlag.BRIDGE))
        .filter(method -> isCertain(host, handle.get(), method))
        .filter(method -> !dropsValue(dynamic, method))
        .map(method -> new Site(method, template(dynamic)));
  }

  /// The method with the code of a serializable lambda.
  static Optional<MethodHandleEntry> implementation(InvokeDynamicInstruction dynamic) {
    List<LoadableConstantEntry> arguments = dynamic.invokedynamic().bootstrap().arguments();
    return dynamic.bootstrapMethod().methodName().equals("altMetafactory")
            && arguments.get(1) instanceof MethodHandleEntry handle
        ? Optional.of(handle)
        : Optional.empty();
  }

  /// Whether a lambda is the `run()` of its type. A body whose type has a `run()` of its own
  /// already may want a lambda for something else, which that `run()` calls.
  static boolean isRun(InvokeDynamicInstruction dynamic) {
    return dynamic.name().equalsString("run")
        && dynamic.invokedynamic().bootstrap().arguments().getFirst().constantValue()
            instanceof MethodTypeDesc asked
        && asked.parameterCount() == 0;
  }

  /// Whether no other class can have a say in which method that is.
  private static boolean isCertain(HostClass host, MethodHandleEntry handle, MethodModel method) {
    return switch (handle.kind()) {
      case MethodHandleInfo.REF_invokeStatic, MethodHandleInfo.REF_invokeSpecial -> true;
      case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
          method.flags().has(AccessFlag.PRIVATE)
              || method.flags().has(AccessFlag.FINAL)
              || host.model().flags().has(AccessFlag.FINAL);
      default -> false;
    };
  }

  /// Whether the method gives a value, and whoever calls the body wants none. Such a reference has
  /// no lambda around it that would drop the value.
  private static boolean dropsValue(InvokeDynamicInstruction dynamic, MethodModel method) {
    MethodTypeDesc asked =
        (MethodTypeDesc) dynamic.invokedynamic().bootstrap().arguments().getFirst().constantValue();
    return asked.returnType().equals(ConstantDescs.CD_void)
        && !method.methodTypeSymbol().returnType().equals(ConstantDescs.CD_void);
  }

  private static boolean isBody(HostClass host, ClassDesc type) {
    String descriptor = type.descriptorString();
    return host.isBody(descriptor.substring(1, descriptor.length() - 1));
  }

  /// What `altMetafactory` is told: after three arguments flags, then lists with their lengths.
  private static Template template(InvokeDynamicInstruction dynamic) {
    List<LoadableConstantEntry> arguments = dynamic.invokedynamic().bootstrap().arguments();
    List<ClassDesc> interfaces = new ArrayList<>();
    interfaces.add(dynamic.typeSymbol().returnType());
    Set<MethodTypeDesc> types = new LinkedHashSet<>();
    types.add((MethodTypeDesc) arguments.getFirst().constantValue());
    int flags = (int) arguments.get(3).constantValue();
    int at = 4;
    if ((flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
      for (int left = (int) arguments.get(at++).constantValue(); left > 0; left--) {
        interfaces.add((ClassDesc) arguments.get(at++).constantValue());
      }
    }
    if ((flags & LambdaMetafactory.FLAG_BRIDGES) != 0) {
      for (int left = (int) arguments.get(at++).constantValue(); left > 0; left--) {
        types.add((MethodTypeDesc) arguments.get(at++).constantValue());
      }
    }
    List<ClassDesc> distinct = List.copyOf(new LinkedHashSet<>(interfaces));
    return new Template(distinct, dynamic.name().stringValue(), types);
  }
}
