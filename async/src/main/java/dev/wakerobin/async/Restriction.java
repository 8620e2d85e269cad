package dev.wakerobin.async;

/// What an async body cannot do, each with the words that say so and what to do instead.
///
/// The words are the same whoever finds it: a compiler plugin at compile time, the lowering when
/// the body is first used, or the await itself when it runs.
public enum Restriction {
  /// A monitor belongs to a thread, and a suspended body has none.
  SYNCHRONIZED_BLOCK(
      "await in a synchronized block: the lock belongs to a thread, and a suspended body has none."
          + " Leave the block before the await."),

  /// As a synchronized block.
  SYNCHRONIZED_METHOD(
      "await in a synchronized method: the lock belongs to a thread, and a suspended body has none."
          + " Use a synchronized block that ends before the await."),

  /// An object cannot be half made while others run.
  CONSTRUCTOR(
      "await in a constructor or initializer: an object cannot be left half made."
          + " Write a static async factory."),

  /// Whoever calls the lambda is ordinary code. The detail is the lambda's type.
  FOREIGN_LAMBDA(
      "await in a lambda of type %s: the code that calls it cannot be suspended."
          + " Use a loop, or let the lambda return the Future."),

  /// There is nothing to suspend. The detail is the method.
  OUTSIDE_BODY(
      "await in %s, which is no async body: there is nothing to suspend."
          + " Write it in the lambda given to async(() -> ...), or return the Future."),

  /// The virtual machine's limit. The detail is the method.
  TOO_LARGE(
      "the async body %s is larger than 64 KiB once it is lowered, which no method can be."
          + " Split it into several async functions."),

  /// The code is not there to be lowered. The details are the class and why.
  CLASS_UNREADABLE(
      "the code of %s cannot be read (%s). Async bodies are lowered from their class file: let the"
          + " class loader find it as a resource, or lower the body when the program is built."),

  /// The module system keeps the frame out. The details are the package and the line to add.
  PACKAGE_NOT_OPEN(
      "package %s is not open, so no frame can be made for an async body in it."
          + " Add this line to its module-info.java: %s"),

  /// Not what a Java compiler writes. The detail is what was found.
  UNKNOWN_CODE(
      "the class file holds code that no Java compiler writes (%s), and an await amid it."
          + " Move the await to a statement of its own."),

  /// The future was done. The detail is the function.
  POLLED_AFTER_END(
      "%s was polled again after its end: a future that was ready, has failed or was cancelled is"
          + " done for good. Call async(...) once more for another one."),

  /// Nobody will poll it again. The detail is the function.
  AWAIT_WHILE_CANCELLED(
      "await in %s while it is cancelled: nobody will poll it again, so nothing can be waited for in"
          + " a finally block or in close(). Do there what needs no waiting.");

  /// What JShell calls the files that it makes of snippets: nobody has seen them, nor their lines.
  private static final String SNIPPET = "$JShell$";

  private final String words;

  Restriction(String words) {
    this.words = words;
  }

  /// The words, with the details put in.
  public String words(Object... details) {
    return words.formatted(details);
  }

  /// The words, without a place.
  public RestrictionException with(Object... details) {
    return new RestrictionException(this, words(details));
  }

  /// The words, as of a place in a source file.
  ///
  /// @param line 0 if the class was compiled without lines
  public RestrictionException at(String file, int line, Object... details) {
    if (file.startsWith(SNIPPET)) {
      return with(details);
    }
    String place = line > 0 ? file + ":" + line : file;
    return new RestrictionException(this, place + ": " + words(details));
  }
}
