import static dev.wakerobin.async.Async.async;

import dev.wakerobin.Future;

/// Fetches mail with a library that blocks.
final class Mail {
  /// The library.
  interface Library {
    /// Blocks until the mail of that box is there.
    String fetch(String box) throws Exception;
  }

  private final Library library;

  Mail(Library library) {
    this.library = library;
  }

  /// The mail of that box.
  Future<String> of(String box) {
    return async(() -> library.fetch(box));
  }
}
