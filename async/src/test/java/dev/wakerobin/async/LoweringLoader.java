package dev.wakerobin.async;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/// Loads classes as a virtual machine with the agent does: each goes through the load door first.
final class LoweringLoader extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final LoadDoor door =
      new LoadDoor((_, name, bytes, domain) -> defineClass(name, bytes, 0, bytes.length, domain));

  LoweringLoader(Map<String, byte[]> classes) {
    super(LoweringLoader.class.getClassLoader());
    setDefaultAssertionStatus(true);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    byte[] bytes = classes.get(internal);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] lowered =
        door.transform(
            getUnnamedModule(), this, internal, null, getClass().getProtectionDomain(), bytes);
    byte[] defined = lowered == null ? bytes : lowered;
    return defineClass(name, defined, 0, defined.length, getClass().getProtectionDomain());
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes =
        name.endsWith(".class") ? classes.get(name.substring(0, name.length() - 6)) : null;
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
