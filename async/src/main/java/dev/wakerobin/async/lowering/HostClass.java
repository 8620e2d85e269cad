package dev.wakerobin.async.lowering;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The class that holds the code of async bodies, parsed once for all of them.
public final class HostClass {
  private static final ClassFile PARSER = ClassFile.of();
  private static final String OBJECT = "java/lang/Object";
  private static final Set<String> BODIES =
      Set.of("dev/wakerobin/async/AsyncBody", "dev/wakerobin/async/AsyncAction");

  private final ClassModel model;
  private final ClassFiles files;
  private final Map<String, Optional<ClassModel>> others = new ConcurrentHashMap<>();
  private final Set<String> nest;

  private HostClass(ClassModel model, ClassFiles files) {
    this.model = model;
    this.files = files;
    this.nest = nest();
  }

  /// Parses a class file; its relatives are looked up when they are needed.
  ///
  /// @throws IllegalArgumentException if it is no class file
  public static HostClass parse(byte[] classFile, ClassFiles files) {
    return new HostClass(PARSER.parse(classFile), files);
  }

  private Set<String> nest() {
    Optional<NestHostAttribute> inner = model.findAttribute(Attributes.nestHost());
    String top = inner.isPresent() ? inner.get().nestHost().asInternalName() : name();
    Set<String> names = new HashSet<>();
    names.add(name());
    names.add(top);
    Optional<ClassModel> outermost = find(top);
    if (outermost.isPresent()) {
      Optional<NestMembersAttribute> members =
          outermost.get().findAttribute(Attributes.nestMembers());
      if (members.isPresent()) {
        for (ClassEntry member : members.get().nestMembers()) {
          names.add(member.asInternalName());
        }
      }
    }
    return names;
  }

  ClassModel model() {
    return model;
  }

  /// The internal name.
  String name() {
    return model.thisClass().asInternalName();
  }

  ClassDesc type() {
    return model.thisClass().asSymbol();
  }

  String packageName() {
    return packageOf(name());
  }

  static String packageOf(String internalName) {
    int slash = internalName.lastIndexOf('/');
    return slash < 0 ? "" : internalName.substring(0, slash);
  }

  /// Whether that class and this may see each other's private members.
  boolean isNestmate(String internalName) {
    return nest.contains(internalName);
  }

  /// The source file's name.
  public String file() {
    Optional<SourceFileAttribute> source = model.findAttribute(Attributes.sourceFile());
    return source.isPresent() ? source.get().sourceFile().stringValue() : "(unknown file)";
  }

  /// The method, if this class declares it.
  public Optional<MethodModel> method(String name, String descriptor) {
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /// All methods that it declares.
  public List<MethodModel> methods() {
    return model.methods();
  }

  /// Whether objects of a class, this or another, are async bodies.
  boolean isBody(String internalName) {
    if (BODIES.contains(internalName)) {
      return true;
    }
    Optional<ClassModel> found =
        internalName.equals(OBJECT) ? Optional.empty() : find(internalName);
    if (found.isEmpty()) {
      return false;
    }
    List<ClassEntry> above = new ArrayList<>(found.get().interfaces());
    found.get().superclass().ifPresent(above::add);
    return above.stream().anyMatch(type -> isBody(type.asInternalName()));
  }

  /// Another class, parsed once; empty if its file cannot be found.
  Optional<ClassModel> find(String internalName) {
    if (internalName.equals(name())) {
      return Optional.of(model);
    }
    Optional<ClassModel> known = others.get(internalName);
    if (known == null) {
      Optional<byte[]> bytes = files.find(internalName);
      known = bytes.isPresent() ? Optional.of(PARSER.parse(bytes.get())) : Optional.empty();
      others.put(internalName, known);
    }
    return known;
  }
}
