/// The exercises, and the command that checks them while the learner types.
///
/// The book itself is not in here, and neither is what is learned: an exercise compiles the
/// learner's file against the library as it is.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.learn {
  requires static org.jspecify;
  requires dev.wakerobin.testkit;
  requires java.compiler;
  requires java.logging;
  requires org.jline.terminal;
  requires org.junit.platform.launcher;
}
