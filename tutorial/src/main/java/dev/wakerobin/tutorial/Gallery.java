package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Where the traces of all programs hang that a chapter runs on a [Stage], in their order.
public final class Gallery implements Onlooker {
  private final List<Supplier<Trace>> traces = new ArrayList<>();

  /// An empty one.
  public Gallery() {}

  @Override
  public void opening(RuntimeBuilder builder, boolean realTime) {
    TraceRecorder recorder = new TraceRecorder();
    traces.add(recorder::trace);
    builder.instrument(recorder);
  }

  @Override
  public void shown(Trace trace) {
    traces.add(() -> trace);
  }

  /// All of them as they are now, one for each runtime that was opened.
  List<Trace> traces() {
    return traces.stream().map(Supplier::get).toList();
  }

  /// Those in which anything was polled: a runtime may be opened just to ask it something.
  public List<Trace> programs() {
    return traces().stream().filter(trace -> !trace.polls().isEmpty()).toList();
  }

  /// Takes all of them down.
  void clear() {
    traces.clear();
  }
}
