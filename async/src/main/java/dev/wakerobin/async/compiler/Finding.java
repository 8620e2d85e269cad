package dev.wakerobin.async.compiler;

import com.sun.source.tree.Tree;
import dev.wakerobin.async.Restriction;
import javax.tools.Diagnostic;

/// Something to tell the programmer.
///
/// @param at what it is about
/// @param words one line, and perhaps further ones, which javac prints below the source line
record Finding(Diagnostic.Kind kind, Tree at, String words) {
  private static final String UNAWAITED =
      "nobody awaits this Future, so nothing happens: it does nothing until it is polled."
          + " Write await(...), or spawn it.";

  private static final String UNPOLLED =
      "nobody polls this Future, so nothing happens: its body starts when it is first polled."
          + " Spawn it, give it to blockOn, or return it.";

  /// A restriction is broken there.
  static Finding broken(Restriction restriction, Tree at, Object... details) {
    return new Finding(Diagnostic.Kind.ERROR, at, restriction.words(details));
  }

  /// A future is made there and forgotten.
  static Finding unawaited(Tree at) {
    return new Finding(Diagnostic.Kind.WARNING, at, UNAWAITED);
  }

  /// An async function is made there and forgotten, outside of any body.
  static Finding unpolled(Tree at) {
    return new Finding(Diagnostic.Kind.WARNING, at, UNPOLLED);
  }

  /// The same with one more line.
  Finding and(String line) {
    return new Finding(kind, at, words + "\n" + line);
  }
}
