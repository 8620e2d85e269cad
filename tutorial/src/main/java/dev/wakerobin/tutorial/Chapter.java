package dev.wakerobin.tutorial;

/// A chapter: a program, and what there is to say about it.
///
/// The class that implements this is where to start reading; its comment is the introduction. What
/// is shown on the screen is shorter than what is written there.
public interface Chapter {

  /// Its number, its title, and where we are.
  Heading heading();

  /// Runs the program on that stage and tells about it on that page.
  ///
  /// @throws Exception if the program fails, which it should not
  void tell(Page page, Stage stage) throws Exception;

  /// Whether its programs keep a thread to themselves to show what comes of it: then that is said
  /// beside what the watchdog found.
  default boolean hogsOnPurpose() {
    return false;
  }
}
