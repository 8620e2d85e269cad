/// Async functions in plain Java: `async(() -> { … await(future) … })`.
///
/// There is no runtime in here and no scheduler: a body becomes a [dev.wakerobin.Future], and who
/// polls it is somebody else's affair.
///
/// A body comes in by one of four doors. By itself it is lowered when it is first used. The build
/// may do that ([dev.wakerobin.async.BuildDoor]), or an agent when a class is loaded
/// ([dev.wakerobin.async.LoadDoor]). In a virtual machine that was started for a debugger, bodies
/// run as they stand, on threads of their own, so that one can step over an await; the system
/// property `wakerobin.async.door` says otherwise, being `lazy` or `stepping`.
///
/// There is a plugin of javac, which starts itself wherever javac looks for plugins and reports
/// misplaced awaits at compile time. javac looks for them on the class path; a program compiled as
/// a module has this jar on the module path, and names it once more as `-processorpath`. Nothing
/// but javac needs the compiler's module: it may be missing where the program runs.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.async {
  requires transitive dev.wakerobin.api;
  requires static java.instrument;
  requires static java.management;
  requires static jdk.compiler;
  requires static org.jspecify;

  exports dev.wakerobin.async;

  provides com.sun.source.util.Plugin with
      dev.wakerobin.async.compiler.AwaitPlugin;
}
