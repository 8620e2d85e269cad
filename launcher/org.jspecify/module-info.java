/// A stand-in for JSpecify, so that the tutorial starts with a JDK alone: no Maven, no network. The sources need the
/// annotations only to be compiled. Maven's build uses the real ones.
module org.jspecify {
  exports org.jspecify.annotations;
}
