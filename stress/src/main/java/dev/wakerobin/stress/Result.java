package dev.wakerobin.stress;

/// What came of a check.
///
/// @param failed whether something went wrong in it: it has to, if the check is a weakened variant
/// @param count what was tried, in words
/// @param evidence how it went wrong; empty if it did not
record Result(Check check, boolean failed, String count, String evidence) {

  /// Whether all is as it has to be.
  boolean isGood() {
    return failed == check.weakened();
  }

  String verdict() {
    if (check.weakened()) {
      return failed ? "caught" : "ESCAPED";
    }
    return failed ? "BROKEN" : "holds";
  }
}
