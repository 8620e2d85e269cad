package dev.wakerobin.async;

import dev.wakerobin.Future;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/// Links what a frame does with its host's rights: private members of the host, protected members
/// that it has inherited, calls of `super`, and its lambdas.
///
/// These are bootstrap methods for generated code. A caller gets no right that it has not already:
/// a lookup with full rights in a module may be turned into one in any class of that module.
public final class Relay {
  private Relay() {}

  /// A member of a class, used as the host may use it.
  ///
  /// @param caller the frame
  /// @param name the member's name
  /// @param type what is on the stack, and what is left there
  /// @param kind as in [MethodHandleInfo]
  /// @param host whose rights are used
  /// @param owner the class that the host's code names
  public static CallSite member(
      Lookup caller, String name, MethodType type, int kind, Class<?> host, Class<?> owner)
      throws ReflectiveOperationException {
    return new ConstantCallSite(
        find(MethodHandles.privateLookupIn(host, caller), kind, owner, name, stripped(type, kind))
            .asType(type));
  }

  /// The future of a body whose class was lowered, if that of its ancestor was meant: it is lowered
  /// now.
  public static Future<?> lazily(Object body) {
    return BodyClass.OF.get(body.getClass()).make(body);
  }

  /// The type of the member itself: without the object that it is a member of.
  private static MethodType stripped(MethodType type, int kind) {
    return switch (kind) {
      case MethodHandleInfo.REF_invokeStatic,
          MethodHandleInfo.REF_newInvokeSpecial,
          MethodHandleInfo.REF_getStatic,
          MethodHandleInfo.REF_putStatic ->
          type;
      default -> type.dropParameterTypes(0, 1);
    };
  }

  /// Any `invokedynamic` of the host.
  ///
  /// @param arguments the host; the bootstrap method; a letter for each argument, `h` where it is a
  ///     handle spelled out; and the arguments
  public static CallSite dynamic(Lookup caller, String name, MethodType type, Object... arguments)
      throws Throwable {
    Class<?> host = (Class<?>) arguments[0];
    MethodHandle bootstrap = (MethodHandle) arguments[1];
    String letters = (String) arguments[2];
    Lookup rights = MethodHandles.privateLookupIn(host, caller);
    Object[] passed = new Object[letters.length() + 3];
    passed[0] = rights;
    passed[1] = name;
    passed[2] = type;
    for (int i = 0; i < letters.length(); i++) {
      Object argument = arguments[i + 3];
      passed[i + 3] = letters.charAt(i) == 'h' ? handle(rights, (String) argument) : argument;
    }
    return (CallSite) bootstrap.invokeWithArguments(Arrays.asList(passed));
  }

  /// A handle, from kind, class, name and descriptor.
  private static MethodHandle handle(Lookup rights, String spelled)
      throws ReflectiveOperationException {
    String[] words = spelled.split(" ", -1);
    ClassLoader loader = rights.lookupClass().getClassLoader();
    Class<?> owner = Class.forName(words[1], false, loader);
    MethodType type =
        MethodType.fromMethodDescriptorString(
            words[3].startsWith("(") ? words[3] : "()" + words[3], loader);
    return find(rights, Integer.parseInt(words[0]), owner, words[2], type);
  }

  private static MethodHandle find(
      Lookup rights, int kind, Class<?> owner, String name, MethodType type)
      throws ReflectiveOperationException {
    return switch (kind) {
      case MethodHandleInfo.REF_getField -> rights.findGetter(owner, name, type.returnType());
      case MethodHandleInfo.REF_getStatic ->
          rights.findStaticGetter(owner, name, type.returnType());
      case MethodHandleInfo.REF_putField -> rights.findSetter(owner, name, type.parameterType(0));
      case MethodHandleInfo.REF_putStatic ->
          rights.findStaticSetter(owner, name, type.parameterType(0));
      case MethodHandleInfo.REF_invokeStatic -> rights.findStatic(owner, name, type);
      case MethodHandleInfo.REF_invokeSpecial ->
          rights.findSpecial(owner, name, type, rights.lookupClass());
      case MethodHandleInfo.REF_newInvokeSpecial ->
          rights.findConstructor(owner, type.changeReturnType(void.class));
      case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
          rights.findVirtual(owner, name, type);
      default -> throw new IllegalArgumentException("no kind of member: " + kind);
    };
  }
}
