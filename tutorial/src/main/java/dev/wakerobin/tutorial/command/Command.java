package dev.wakerobin.tutorial.command;

/// Something that can be typed after `./wakerobin`.
interface Command {

  /// How it is typed.
  Usage usage();

  /// Does it.
  ///
  /// @return the exit code
  /// @throws dev.wakerobin.tutorial.Complaint if the arguments make no sense; then nothing was done
  /// @throws ChapterFailure if a chapter broke off
  /// @throws Exception if something else did
  int run(Arguments arguments, Seat seat) throws Exception;
}
