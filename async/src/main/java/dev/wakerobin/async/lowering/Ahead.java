package dev.wakerobin.async.lowering;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lowers a whole class before it is loaded: its bodies become frames, and its code makes those
/// where it made lambdas.
///
/// ```
///   Hello.class ──▶ Hello.class, without the code of its bodies
///                   Hello$greet$lowered0.class, …
/// ```
///
/// The rest of the class stays as it was compiled. What is lowered has no body left to lower, so
/// that lowering it once more changes nothing.
public final class Ahead {
  private static final ClassFile FILES = ClassFile.of(StackMapsOption.DROP_STACK_MAPS);
  private static final String DESERIALIZING = "$deserializeLambda$";

  private final HostClass host;
  private final ClassFiles files;
  private final Map<Site, ClassDesc> frames = new LinkedHashMap<>();
  private final Set<String> stillUsed = new HashSet<>();

  private Ahead(HostClass host, ClassFiles files) {
    this.host = host;
    this.files = files;
  }

  /// The class files to take the place of that one, by internal name; none if there is no body in
  /// it.
  ///
  /// @param files where its relatives are looked up
  /// @throws IllegalArgumentException if it is no class file
  /// @throws dev.wakerobin.async.RestrictionException if a body cannot be lowered
  public static Map<String, byte[]> lower(byte[] classFile, ClassFiles files) {
    return new Ahead(HostClass.parse(classFile, files), files).lower();
  }

  private Map<String, byte[]> lower() {
    for (MethodModel method : host.methods()) {
      if (!method.methodName().equalsString(DESERIALIZING)) {
        findSites(method);
      }
    }
    Optional<MethodModel> run = ObjectBody.run(host);
    if (frames.isEmpty() && run.isEmpty()) {
      return Map.of();
    }
    // Bodies may stand in bodies: the frames are made of code that makes frames already.
    HostClass replaced = HostClass.parse(replaceSites(), files);
    Map<String, byte[]> all = new LinkedHashMap<>();
    frames.forEach(
        (site, frame) ->
            all.put(internal(frame), lower(replaced, site.code(), site.template(), frame)));
    byte[] stripped = FILES.transformClass(replaced.model(), this::dropCode);
    if (run.isPresent()) {
      ClassDesc frame = name(run.get());
      all.put(internal(frame), lower(replaced, run.get(), Template.OF_OBJECT, frame));
      stripped = ObjectBody.introduce(FILES.parse(stripped), frame);
    }
    all.put(host.name(), stripped);
    return all;
  }

  private static byte[] lower(
      HostClass replaced, MethodModel code, Template template, ClassDesc frame) {
    MethodModel method =
        replaced
            .method(code.methodName().stringValue(), code.methodType().stringValue())
            .orElseThrow();
    return Lowering.lower(replaced, method, template, internal(frame));
  }

  private void findSites(MethodModel method) {
    for (CodeElement element : elements(method)) {
      if (element instanceof InvokeDynamicInstruction dynamic) {
        Optional<Site> site = Site.of(host, dynamic);
        if (site.isEmpty()) {
          keepCode(dynamic);
        } else if (!frames.containsKey(site.get())) {
          frames.put(site.get(), name(site.get().code()));
        }
      }
    }
  }

  private static Iterable<CodeElement> elements(MethodModel method) {
    Optional<CodeModel> code = method.code();
    return code.isPresent() ? code.get() : List.of();
  }

  private void keepCode(InvokeDynamicInstruction dynamic) {
    Optional<MethodHandleEntry> handle = Site.implementation(dynamic);
    if (handle.isPresent()) {
      stillUsed.add(handle.get().reference().name().stringValue());
    }
  }

  private ClassDesc name(MethodModel method) {
    return ClassDesc.ofInternalName(
        "%s$%s$lowered%d"
            .formatted(
                host.name(),
                Lowering.sourceName(method.methodName().stringValue()),
                frames.size()));
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private byte[] replaceSites() {
    return FILES.transformClass(
        host.model(),
        ClassTransform.transformingMethods(
            method -> !method.methodName().equalsString(DESERIALIZING) && hasSites(method),
            (to, element) -> {
              if (element instanceof CodeModel code) {
                to.transformCode(code, new Replacing(code, this::making));
              } else {
                to.with(element);
              }
            }));
  }

  private boolean hasSites(MethodModel method) {
    for (CodeElement element : elements(method)) {
      if (element instanceof InvokeDynamicInstruction dynamic && making(dynamic).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// The type of the method that makes the frame; it answers one.
  private Optional<MethodTypeDesc> making(InvokeDynamicInstruction dynamic) {
    Optional<Site> site = Site.of(host, dynamic);
    if (site.isEmpty()) {
      return Optional.empty();
    }
    MethodModel code = site.get().code();
    List<ClassDesc> captured = new ArrayList<>(code.methodTypeSymbol().parameterList());
    if (!code.flags().has(AccessFlag.STATIC)) {
      captured.addFirst(host.type());
    }
    return Optional.ofNullable(frames.get(site.get()))
        .map(frame -> MethodTypeDesc.of(frame, captured));
  }

  /// The compiler's methods for lambdas that are frames now are of no use to anybody; a report of
  /// coverage would call their lines missed.
  private void dropCode(java.lang.classfile.ClassBuilder to, ClassElement element) {
    if (!(element instanceof MethodModel method && isOnlyABody(method))) {
      to.with(element);
    }
  }

  private boolean isOnlyABody(MethodModel method) {
    String name = method.methodName().stringValue();
    return method.flags().has(AccessFlag.SYNTHETIC)
        && !stillUsed.contains(name)
        && frames.keySet().stream().anyMatch(site -> site.code().methodName().equalsString(name));
  }
}
