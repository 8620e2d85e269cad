package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.lowering.Driver;
import dev.wakerobin.async.lowering.Forgetful;
import dev.wakerobin.async.lowering.LibraryProgram;
import dev.wakerobin.async.lowering.LoweredLibrary;
import dev.wakerobin.async.lowering.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// The code of libraries that nobody has written for us: every call is awaited and pending first,
/// and every method runs as a frame. `./wakerobin stress corpus` does the same with large ones.
class LibraryTest {
  private static final String PROGRAM = LibraryProgram.class.getName();

  private static Path jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void every_method_of_a_library_is_lowered_to_code_that_the_verifier_accepts() throws Exception {
    try (LoweredLibrary library =
        LoweredLibrary.lowered(jarOf(Test.class), _ -> false, frame -> frame)) {
      Tally tally = library.loadAll();
      assertThat(tally.complaints()).isEmpty();
      assertThat(tally.refused()).allSatisfy((reason, _) -> assertThat(reason).contains("class"));
      assertThat(tally.methods()).isGreaterThan(400);
      assertThat(tally.awaits()).isGreaterThan(1000);
    }
  }

  @Test
  void a_program_over_a_lowered_library_does_what_it_does_over_the_plain_one() throws Exception {
    long before = Driver.suspensions();
    assertThat(lowered(frame -> frame)).isEqualTo(plain()).hasSizeGreaterThan(20);
    assertThat(Driver.suspensions() - before).isGreaterThan(5_000);
  }

  @Test
  void a_frame_that_forgets_its_variables_would_be_found() throws Exception {
    assertThat(lowered(Forgetful::weaken)).isNotEqualTo(plain());
  }

  private static List<String> plain() throws Exception {
    try (LoweredLibrary library = LoweredLibrary.plain(jarOf(Assertions.class), PROGRAM::equals)) {
      return lines(library);
    }
  }

  private static List<String> lowered(UnaryOperator<byte[]> change) throws Exception {
    try (LoweredLibrary library =
        LoweredLibrary.lowered(jarOf(Assertions.class), PROGRAM::equals, change)) {
      return lines(library);
    }
  }

  private static List<String> lines(LoweredLibrary library) throws Exception {
    Supplier<?> run =
        (Supplier<?>) library.loadClass(PROGRAM).getDeclaredConstructor().newInstance();
    try {
      List<String> lines = ((List<?>) run.get()).stream().map(String::valueOf).toList();
      assertThat(library.tally().complaints()).isEmpty();
      return lines;
    } catch (RuntimeException e) {
      return List.of(e.toString());
    }
  }
}
