/// A stranger to the project: it has a scheduler of its own, written from the documentation of the
/// SPI alone, and sees what every user sees, on the true module path.
@org.jspecify.annotations.NullMarked
open module dev.wakerobin.it {
  requires dev.wakerobin.futures;
  requires dev.wakerobin.sync;
  requires dev.wakerobin.testkit;
  requires java.compiler;
  requires jdk.compiler;
  requires static org.jspecify;

  uses dev.wakerobin.spi.SchedulerProvider;

  provides dev.wakerobin.spi.SchedulerProvider with
      dev.wakerobin.it.stranger.ExecutorSchedulerProvider;
}
