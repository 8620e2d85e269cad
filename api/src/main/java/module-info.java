/// The contract of Wakerobin: what a future is, how it is woken, and what a scheduler owes.
///
/// Two packages: `dev.wakerobin` for everyone who writes futures, `dev.wakerobin.spi` for those who
/// write schedulers. There is no engine in here: who polls, when and on which thread is decided in
/// `dev.wakerobin.runtime` and in the scheduler modules.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.api {
  requires static org.jspecify;

  exports dev.wakerobin;
  exports dev.wakerobin.spi;
}
