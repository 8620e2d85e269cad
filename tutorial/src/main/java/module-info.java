/// The book: chapters that are compiled programs, and the command that runs them.
///
/// It provides nothing, and exports only to the module that makes a site of it. Which schedulers
/// there are is not written in here either: the runtime finds those that are on the module path.
/// One is named, for chapters 13 and 14 take it apart.
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // That module is compiled after this one.
module dev.wakerobin.tutorial {
  requires static org.jspecify;
  requires dev.wakerobin.api;
  requires dev.wakerobin.async;
  requires dev.wakerobin.futures;
  requires dev.wakerobin.runtime;
  requires dev.wakerobin.scheduler.priority;
  requires dev.wakerobin.sync;
  requires dev.wakerobin.trace;

  exports dev.wakerobin.tutorial to
      dev.wakerobin.book;
  exports dev.wakerobin.tutorial.command to
      dev.wakerobin.book;

  uses dev.wakerobin.spi.SchedulerProvider;

  // Async functions become classes beside those that they stand in.
  opens dev.wakerobin.tutorial.chapter04 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter06 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter06.annex to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter08 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter09 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter10 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter11 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter12 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter13 to
      dev.wakerobin.async;
  opens dev.wakerobin.tutorial.chapter14 to
      dev.wakerobin.async;
}
