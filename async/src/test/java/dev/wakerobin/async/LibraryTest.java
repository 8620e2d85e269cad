package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.lowering.Library;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The code of a library that nobody has written for us: every call is awaited, every method is
/// lowered, and the virtual machine's verifier looks at each frame.
///
/// The whole of a library is checked by `Library.main` with its jar as argument.
class LibraryTest {

  @Test
  void every_method_of_a_slice_of_a_library_is_lowered_to_valid_code() throws Exception {
    Path jar = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Library.Report report = new Library(jar).lowerAll();
    assertThat(report.complaints()).isEmpty();
    assertThat(report.frames()).isGreaterThan(100);
    assertThat(report.awaits()).isGreaterThan(500);
  }
}
