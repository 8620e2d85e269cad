/// The book: chapters that are compiled programs, and the command that runs them.
///
/// It exports nothing and provides nothing. Which schedulers there are is not written in here
/// either: the runtime finds those that are on the module path.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.tutorial {
  requires static org.jspecify;
  requires dev.wakerobin.api;
  requires dev.wakerobin.runtime;
  requires dev.wakerobin.trace;
}
