/// The scheduler contract, to be run against anybody's scheduler; and a JUnit extension that gives
/// tests a runtime.
///
/// It is open, so that JUnit and jqwik may call its tests, and it requires what its users need
/// transitively, so that a test module names this one alone.
@org.jspecify.annotations.NullMarked
open module dev.wakerobin.testkit {
  requires transitive dev.wakerobin.api;
  requires transitive dev.wakerobin.runtime;
  requires transitive dev.wakerobin.trace;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires java.management;
  requires static org.jspecify;

  exports dev.wakerobin.testkit;
}
