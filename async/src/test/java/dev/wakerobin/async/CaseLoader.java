package dev.wakerobin.async;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.Map;

/// Loads compiled cases; either as they are, or so that they run directly: then `async` and `await`
/// are those of [Direct], and no code is lowered.
final class CaseLoader extends ClassLoader {
  private static final String ASYNC = "dev/wakerobin/async/Async";

  private final Map<String, byte[]> classes;
  private final boolean direct;

  CaseLoader(Map<String, byte[]> classes, boolean direct) {
    super(CaseLoader.class.getClassLoader());
    setDefaultAssertionStatus(true);
    this.classes = classes;
    this.direct = direct;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name.replace('.', '/'));
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] defined = direct ? redirect(bytes) : bytes;
    return defineClass(name, defined, 0, defined.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes =
        name.endsWith(".class") ? classes.get(name.substring(0, name.length() - 6)) : null;
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  private InputStream find(ClassDesc type) {
    String descriptor = type.descriptorString();
    return getResourceAsStream(descriptor.substring(1, descriptor.length() - 1) + ".class");
  }

  private byte[] redirect(byte[] bytes) {
    ClassFile files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::find)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(
            (code, element) -> {
              if (isAsync(element)) {
                InvokeInstruction call = (InvokeInstruction) element;
                code.invokestatic(
                    ClassDesc.of(Direct.class.getName()),
                    call.name().stringValue(),
                    call.typeSymbol());
              } else {
                code.with(element);
              }
            }));
  }

  private static boolean isAsync(CodeElement element) {
    return element instanceof InvokeInstruction call && call.owner().asInternalName().equals(ASYNC);
  }
}
