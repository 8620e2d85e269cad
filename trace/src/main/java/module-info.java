/// Traces: what happened to the tasks and workers of a runtime, written down, checked, drawn, saved
/// and explained.
///
/// Nothing in here takes part in a run but the [recorder][dev.wakerobin.trace.TraceRecorder], which
/// listens. There are no findings or advice in here either: those read the
/// [figures][dev.wakerobin.trace.Figures].
@org.jspecify.annotations.NullMarked
module dev.wakerobin.trace {
  requires transitive dev.wakerobin.runtime;
  requires static jdk.jfr;
  requires static org.jspecify;

  exports dev.wakerobin.trace;
}
