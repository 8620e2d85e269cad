package dev.wakerobin.stress;

/// A jcstress test, which runs two short acts at once many million times, on the hardware, under
/// each of the compilers, and counts which results came out.
///
/// @param subject the class that is checked
/// @param says what holds if no forbidden result comes out; of a weakened variant, its name
/// @param weakened whether a forbidden result has to come out
/// @param test the class with the annotations of jcstress
public record MemoryTest(String subject, String says, boolean weakened, Class<?> test)
    implements Check {

  /// Something that holds.
  public static MemoryTest holds(String subject, String says, Class<?> test) {
    return new MemoryTest(subject, says, false, test);
  }

  /// A weakened variant: a forbidden result has to come out.
  public static MemoryTest weakened(String subject, String says, Class<?> test) {
    return new MemoryTest(subject, says, true, test);
  }
}
