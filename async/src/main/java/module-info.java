/// Async functions in plain Java: `async(() -> { … await(future) … })`.
///
/// There is no runtime in here and no scheduler: a body becomes a [dev.wakerobin.Future], and who
/// polls it is somebody else's affair. There is no compiler plugin and no agent either.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.async {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.async;
}
