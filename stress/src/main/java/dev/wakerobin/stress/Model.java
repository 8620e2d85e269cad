package dev.wakerobin.stress;

/// A scenario for the model checker: a few threads that end by themselves, and throw an
/// [AssertionError] if something went wrong. That they never end is found by the checker too.
///
/// A scenario has to be a lambda that names each class that it uses. The checker follows the calls
/// that it reads in the code: what is only reached through a method reference of another class is
/// not followed, and then it tries no interleavings, and says nothing.
///
/// @param subject the class that is checked
/// @param says what holds if nothing goes wrong; of a weakened variant, its name
/// @param weakened whether this one has to be caught
/// @param invocations how many interleavings to try in a run of ten minutes
public record Model(
    String subject, String says, boolean weakened, int invocations, Runnable scenario)
    implements Check {

  /// Something that holds.
  public static Model holds(String subject, String says, int invocations, Runnable scenario) {
    return new Model(subject, says, false, invocations, scenario);
  }

  /// A weakened variant: the scenario has to fail.
  public static Model weakened(String subject, String says, Runnable scenario) {
    return new Model(subject, says, true, 20_000, scenario);
  }
}
