package dev.wakerobin.async;

import dev.wakerobin.async.lowering.ClassFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Class files as a class loader has them among its resources.
///
/// @param loader null for that of the platform's own classes
record Resources(@Nullable ClassLoader loader) implements ClassFiles {

  @Override
  public Optional<byte[]> find(String internalName) {
    String resource = internalName + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
