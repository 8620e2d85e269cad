/// How fast the runtime is, beside its peers. JMH measures, on the module path and with the
/// schedulers that a `ServiceLoader` finds, as a user has them. There is nothing in here to depend
/// on: no other module requires this one, and the build leaves it out unless it is asked for.
///
/// It is open because JMH finds the workloads by reflection.
@org.jspecify.annotations.NullMarked
open module dev.wakerobin.benchmarks {
  requires dev.wakerobin.async;
  requires dev.wakerobin.futures;
  requires dev.wakerobin.runtime;
  requires dev.wakerobin.sync;
  requires java.management;
  requires jdk.management;
  requires jdk.unsupported;
  requires jmh.core;
  requires kotlin.stdlib;
  requires kotlinx.coroutines.core;
  requires static org.jspecify;
}
