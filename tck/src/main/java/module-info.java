/// The contract as a program: runs it against every scheduler that is found, and prints a line for
/// each rule. The rules themselves are not in here but in the testkit.
@org.jspecify.annotations.NullMarked
open module dev.wakerobin.tck {
  requires dev.wakerobin.testkit;
  requires java.logging;
  requires org.junit.platform.launcher;
  requires static org.jspecify;

  uses dev.wakerobin.spi.SchedulerProvider;
}
