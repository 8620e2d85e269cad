package dev.wakerobin.spi;

/// Makes schedulers of one kind. Found by [java.util.ServiceLoader]; needs a public constructor
/// without parameters (or a public static `provider()` method in a named module).
public interface SchedulerProvider {

  /// What users call this kind, as in `AsyncRuntime.builder().scheduler("basic")`: lower case, no
  /// spaces. Two providers of one name are an error.
  String name();

  /// Makes a scheduler for one runtime. Parkers are taken here: see [SchedulerContext#newParker()].
  Scheduler create(SchedulerContext context);

  /// What schedulers of this kind promise beyond the contract, for users to choose by and for the
  /// contract's tests to falsify.
  default SchedulerTraits traits() {
    return SchedulerTraits.onOwnThreads();
  }
}
