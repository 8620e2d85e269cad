/// Async functions in plain Java: `async(() -> { … await(future) … })`.
///
/// There is no runtime in here and no scheduler: a body becomes a [dev.wakerobin.Future], and who
/// polls it is somebody else's affair. There is no agent either.
///
/// There is a plugin of javac, which starts itself wherever javac looks for plugins and reports
/// misplaced awaits at compile time. javac looks for them on the class path; a program compiled as
/// a module has this jar on the module path, and names it once more as `-processorpath`. Nothing
/// but javac needs the compiler's module: it may be missing where the program runs.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.async {
  requires transitive dev.wakerobin.api;
  requires static jdk.compiler;
  requires static org.jspecify;

  exports dev.wakerobin.async;

  provides com.sun.source.util.Plugin with
      dev.wakerobin.async.compiler.AwaitPlugin;
}
