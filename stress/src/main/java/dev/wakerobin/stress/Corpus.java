package dev.wakerobin.stress;

import dev.wakerobin.async.lowering.Forgetful;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A real library, in which every call is awaited and every method runs as the frame of an async
/// body. The verifier has to accept all of it, and a program has to have the same outcome as over
/// the library as it is.
///
/// @param subject the library
/// @param says what holds; of a weakened variant, its name
/// @param weakened whether the frames are changed so that the outcome has to differ
/// @param inLibrary a class of the library, which tells its jar
/// @param program works with the library: it answers what comes out, given the project's folder
record Corpus(
    String subject,
    String says,
    boolean weakened,
    Class<?> inLibrary,
    Class<? extends Function<Path, List<String>>> program)
    implements Check {

  /// What is done to each frame.
  UnaryOperator<byte[]> change() {
    return weakened ? Forgetful::weaken : UnaryOperator.identity();
  }
}
